import { termsOf } from "../../catalogue/index.ts";
import { cancelContract, readContract, readDevice } from "../../contracts/index.ts";
import { type RefundView, refundOf, refundView } from "../../money/index.ts";
import type { Refusal } from "../../platform/index.ts";
import {
  asReceipt,
  reasonOf,
  refundSides,
  refundSteps,
  refusalOf,
  seenPrice,
  sentReason,
} from "../models/index.ts";
import { giveBackPage, planEndedPage } from "../pages/giveBackPages.ts";
import { serial } from "../parts/serial.ts";
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
import { formatMoment } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { planName } from "../words/planName.ts";

const words = en.giveBack;

function idOf({ params }: Visit): string {
  return params.contract ?? "";
}

/** What giving the plan back would do now, or why it cannot be done. Nothing is changed. */
async function tried(visit: Visit) {
  const command = { id: idOf(visit), by: "holder" as const, reason: "no-longer-wanted" as const };
  return await attempt(visit, cancelContract, command, { dryRun: true });
}

async function show(visit: Visit, isChanged = false): Promise<PageAnswer> {
  const contract = await ask(visit, readContract, { id: idOf(visit) });
  if (contract.state === "cancelled") {
    return await showEnded(visit, contract);
  }
  const { refused, reply } = await tried(visit);
  if (refused !== undefined || reply === undefined) {
    return refused === undefined ? { goTo: `/devices/${contract.deviceId}` } : notHere(visit, refused);
  }
  const { refund, successor } = reply;
  const receipt = asReceipt(reply.receipt);
  const { ribbon } = await ask(visit, readDevice, { id: contract.deviceId });
  const next = successor?.refund ?? undefined;
  const page = giveBackPage(frameOf(visit, contract.zone), {
    form: formOf(visit, {}, isChanged ? { form: words.changed } : {}),
    place: `${ribbon.device.name} · ${planName(contract.product)}`,
    back: `/devices/${contract.deviceId}`,
    sum: refund?.amount,
    payBy: refund?.dueAt ?? undefined,
    secondPerson: refund?.needsSecondPerson ?? false,
    steps: refundSteps(receipt),
    sides: refundSides(receipt),
    reason: reasonOf(receipt),
    also: [
      ...(next === undefined
        ? []
        : [words.also(planName(successor?.contract.product ?? ""), formatMoney(next.amount))]),
      ...(refund === null ? [] : [words.whoPaid]),
    ],
  });
  return isChanged ? { status: 409, page } : page;
}

/** Why not, and the doors: a device that went back to its seller opens one. */
async function notHere(visit: Visit, refusal: Refusal): Promise<PageAnswer> {
  const contract = await ask(visit, readContract, { id: idOf(visit) });
  const back = `/devices/${contract.deviceId}`;
  const returned = { href: "/help#write", picture: "parcel", label: words.ifReturned } as const;
  return refusalOf(visit, refusal, {
    title: words.notTitle,
    calm: words.calm,
    back,
    ways: [
      ...(refusal.code === "terms_refuse" ? [{ ...returned, note: words.ifReturnedNote }] : []),
      { href: `/terms/${contract.programme}`, picture: "check", label: words.readTerms },
      { href: back, picture: "camera", label: words.toDevice },
    ],
  });
}

/** Gives it back for the sum that was seen; another one now is shown before anything ends. */
async function giveBack(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const here = { goTo: `/return/${id}` };
  const { reply } = await tried(visit);
  const seen = seenPrice(visit.sent).fee;
  const sum = reply?.refund?.amount;
  if (reply !== undefined && (sum?.amount !== seen?.amount || sum?.currency !== seen?.currency)) {
    return await show(visit, true);
  }
  const reason = sentReason(visit.sent);
  const { refused } = await attempt(visit, cancelContract, { id, by: "holder" as const, reason });
  return refused === undefined || refused.code === "contract_cancelled" ? here : notHere(visit, refused);
}

type Ended = Awaited<ReturnType<(typeof readContract)["run"]>>;

/** The acknowledgement, read from what happened. */
async function showEnded(visit: Visit, contract: Ended): Promise<PageAnswer> {
  const db = reader(visit);
  const [device, terms] = await Promise.all([
    ask(visit, readDevice, { id: contract.deviceId }),
    termsOf(db, contract.programme, contract.termsVersion),
  ]);
  const no = Number(contract.id.split("_").at(-1));
  const end = device.timeline.findLast(
    ({ type, data }) => type === "contract.cancelled" && data.contractNo === no,
  );
  const { zone } = contract;
  const told = (at: unknown, otherwise: string) =>
    `${formatMoment(typeof at === "string" ? at : otherwise, zone, visit.now)} (${zone})`;
  const ended = end?.at ?? contract.endsAt;
  return planEndedPage(frameOf(visit, zone), {
    back: `/devices/${contract.deviceId}`,
    byHolder: end?.data.by === "holder",
    mailed: end !== undefined && end.data.disputeNo === undefined,
    facts: [
      { label: words.noticeAt, value: told(end?.data.noticeAt, ended) },
      { label: words.endedAt, value: told(end?.data.endedAt, ended) },
      { label: words.plan, value: terms.title },
      { label: words.device, value: device.ribbon.device.name },
      { label: en.device.serial, value: serial(contract.serial) },
      { label: words.contract, value: contract.id },
    ],
    refund: await refundTold(visit, end?.data.refund),
  });
}

async function refundTold(visit: Visit, told: unknown): Promise<RefundView | undefined> {
  const { rootId, no } = (told ?? {}) as { readonly rootId?: string; readonly no?: number };
  const refund = rootId === undefined ? undefined : await refundOf(reader(visit), rootId, no);
  return refund && refundView(refund);
}

/** Giving a plan back, and the page that acknowledges it afterwards. */
export const giveBackRoutes = [
  get("/return/:contract", async (visit) => await show(visit)),
  post("/return/:contract", giveBack),
];
