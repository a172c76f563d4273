import { modelOf } from "../../catalogue/index.ts";
import {
  answerTransfer,
  askTransfer,
  listTransfers,
  readContract,
  readDevice,
  readTransfer,
  withdrawTransfer,
} from "../../contracts/index.ts";
import type { Refusal } from "../../platform/index.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { lost, transferModel, whatPasses } from "../models/transferModel.ts";
import { askTransferPage, type TransferModel, transferPage } from "../pages/passOnPages.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmail, isEmpty, mistakesIn } from "../visit/readForm.ts";
import {
  ask,
  attempt,
  formOf,
  frameOf,
  get,
  type PageAnswer,
  post,
  reader,
  type Visit,
} from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { planName } from "../words/planName.ts";

const words = en.passOn;

/** Nobody: to learn what the terms say before an address is asked for. */
const SOMEBODY = { name: "Somebody", email: "somebody@example.com" };

function idOf({ params }: Visit): string {
  return params.id ?? "";
}

async function showAsk(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const contract = await ask(visit, readContract, { id: idOf(visit) });
  const back = `/devices/${contract.deviceId}`;
  const tried = await attempt(visit, askTransfer, { id: contract.id, to: SOMEBODY }, { dryRun: true });
  if (tried.refused !== undefined) {
    return await notNow(visit, tried.refused, back);
  }
  const { ribbon } = await ask(visit, readDevice, { id: contract.deviceId });
  const page = askTransferPage(frameOf(visit, contract.zone), {
    form: formOf(visit, values, mistakes),
    place: `${ribbon.device.name} · ${planName(contract.product)}`,
    back,
    gets: whatPasses(contract),
    getsNot: lost(tried.reply?.loses ?? []),
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** Why not now, and the doors; one that waits for its answer is shown. */
async function notNow(visit: Visit, refusal: Refusal, back: string): Promise<PageAnswer> {
  if (refusal.code === "transfer_underway") {
    const { data } = await ask(visit, listTransfers, { state: "asked", contract: idOf(visit) });
    const [open] = data;
    return { goTo: open === undefined ? back : `/transfers/${open.id}` };
  }
  const way = { href: back, picture: "camera" as const, label: en.giveBack.toDevice };
  return refusalOf(visit, refusal, { title: words.notTitle, calm: words.calm, back, ways: [way] });
}

async function askThem(visit: Visit): Promise<PageAnswer> {
  const { name = "", email = "" } = visit.sent;
  const mistakes = mistakesIn([
    ["name", name !== "" && name.length <= 200, words.nameMissing],
    ["email", isEmail(email), words.emailMissing],
  ]);
  if (!isEmpty(mistakes)) {
    return await showAsk(visit, visit.sent, mistakes);
  }
  const fields = { "/to/email": "email", "/to/name": "name" };
  const asked = await attempt(visit, askTransfer, { id: idOf(visit), to: { name, email } }, { fields });
  if (asked.mistakes !== undefined) {
    return await showAsk(visit, visit.sent, asked.mistakes);
  }
  if (asked.refused?.code === "transfer_to_oneself") {
    return await showAsk(visit, visit.sent, { email: words.toOneself });
  }
  return asked.refused === undefined
    ? { goTo: `/transfers/${asked.reply.id}` }
    : await notNow(visit, asked.refused, `/contracts/${idOf(visit)}/transfer`);
}

async function showTransfer(visit: Visit): Promise<PageAnswer> {
  const transfer = await ask(visit, readTransfer, { id: idOf(visit) });
  const model = await modelOf(reader(visit), transfer.serial);
  return transferPage(frameOf(visit, transfer.zone), {
    ...transferModel(transfer, model?.name ?? transfer.serial),
    ...sayable(visit, transfer),
  });
}

type Shown = Awaited<ReturnType<(typeof readTransfer)["run"]>>;

/** What who looks at it can say, and where they go on. */
function sayable(visit: Visit, transfer: Shown): Pick<TransferModel, "answers" | "way" | "note"> {
  const { you, state, contractId } = transfer;
  const says = (answer: string, label: string) => ({ form: formOf(visit), answer, label });
  const devices = { href: "/devices", label: words.toDevices };
  if (state === "asked" && you === "taker") {
    const answers = [says("agree", words.agree), says("decline", words.decline)];
    return { answers, note: words.ifUnknown };
  }
  if (state === "asked" && you === "giver") {
    return { answers: [says("withdraw", words.takeBack)], way: devices };
  }
  const isBack = you === "giver" && state !== "agreed";
  const again = { href: `/contracts/${contractId}/transfer`, label: words.askAgain };
  return { answers: [], way: isBack ? again : devices };
}

/** Says yes or no to it, or takes it back, and shows how it stands then. */
async function sayIt(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const here = `/transfers/${id}`;
  const { answer } = visit.sent;
  if (answer !== "agree" && answer !== "decline" && answer !== "withdraw") {
    return { goTo: here };
  }
  const said =
    answer === "withdraw"
      ? await attempt(visit, withdrawTransfer, { id })
      : await attempt(visit, answerTransfer, { id, answer });
  if (said.refused === undefined || said.refused.code === "transfer_ended") {
    return { goTo: here };
  }
  const way = { href: here, picture: "check" as const, label: words.see };
  return refusalOf(visit, said.refused, { title: words.noStep, calm: words.calm, back: here, ways: [way] });
}

/** Passing a plan on: asking, waiting or taking it back, and the answer by the mailed link or signed in. */
export const passOnRoutes = [
  get("/contracts/:id/transfer", async (visit) => await showAsk(visit)),
  post("/contracts/:id/transfer", askThem),
  get("/transfers/:id", showTransfer),
  post("/transfers/:id", sayIt),
];
