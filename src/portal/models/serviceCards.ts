import type { ReportAnswer } from "../../claims/index.ts";
import { listCentres } from "../../service/index.ts";
import type { FirstWord, ServiceCard } from "../pages/reportPages.ts";
import type { Answers } from "../visit/draft.ts";
import { everyRow } from "../visit/everyRow.ts";
import type { Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { asReceipt } from "./receiptSteps.ts";

const words = en.report;

/** The three ways with what each costs and needs, as far as the terms say; one that cannot be says why. */
export async function serviceCards(
  visit: Visit,
  given: Answers,
  asked: ReportAnswer,
): Promise<ServiceCard[]> {
  const model = given.model ?? "";
  const need = { ...(model === "" ? {} : { model }), ...(given.region ? { region: given.region } : {}) };
  const centres = await everyRow(visit, listCentres, { ...need, channel: "counter" });
  const hasCounter = centres.some(({ takes }) => takes);
  return asked.byChannel.map(({ channel, receipt: decided }) => {
    const receipt = asReceipt(decided);
    const { hold } = receipt;
    return {
      channel,
      price: priceOf(receipt),
      hold: hold === undefined ? undefined : words.hold(formatMoney(hold)),
      closed: channel === "swift" && !hasCounter ? words.noCentre : undefined,
    };
  });
}

function priceOf({ outcome, fee }: ReturnType<typeof asReceipt>): string {
  if (["warranty", "statutory", "goodwill"].includes(outcome) || fee?.amount === 0) {
    return words.feeNone;
  }
  return fee === null || fee.currency === null
    ? words.feeLater
    : words.fee(formatMoney({ amount: fee.amount, currency: fee.currency }));
}

/** What the terms say to all that is told, in one sentence. */
export function firstWordOf(asked: ReportAnswer): FirstWord {
  const { outcome, uses, because } = asReceipt(asked.receipt);
  const answers: Readonly<Record<string, string>> = words.answers;
  const use = uses?.nth == null ? "" : ` ${words.answerUse(uses.nth)}`;
  const isGood = ["plan", "hold", "warranty", "statutory", "goodwill"].includes(outcome);
  return {
    state: isGood ? "ok" : "waiting",
    says: `${answers[outcome] ?? words.answers.open}${use}`,
    clauses: [...new Set(because.map(({ clause }) => clause))].slice(0, 3).join(", "),
  };
}
