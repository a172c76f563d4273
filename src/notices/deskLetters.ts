import { printMoney } from "../terms/index.ts";
import { aboutCase } from "./claimLetters.ts";
import { lastDayBefore } from "./formatDay.ts";
import type { Mailing } from "./mailing.ts";
import { parcelRefused, paymentReminder, questionAsked, quoteReady } from "./templates/quoteLetters.ts";

/** Only while it is open: an answer makes it old news. */
const questionAskedLetter = aboutCase(({ claim, facts, zone }, body) =>
  claim.question?.no !== body.question
    ? undefined
    : questionAsked({
        ...facts,
        ...{ about: claim.question?.about ?? "", says: claim.question?.says ?? "" },
        answerBy: lastDayBefore(Temporal.Instant.from(String(body.dueAt)), zone),
      }),
);

const parcelRefusedLetter = aboutCase(({ facts }, body) => {
  const [about = ""] = body.kinds as string[];
  return parcelRefused({ ...facts, about, says: String(body.reason), isOfCase: body.isOfCase === true });
});

/** Only while it is still to be chosen or paid. */
const paymentReminderLetter = aboutCase(({ claim, facts, zone }, body) => {
  const { state, feeMinor, currency } = claim;
  return state !== "inspected" && state !== "chosen"
    ? undefined
    : paymentReminder({
        ...facts,
        isToChoose: state === "inspected",
        fee: feeMinor === null ? undefined : printMoney(feeMinor, currency),
        lastDay: lastDayBefore(Temporal.Instant.from(String(body.dueAt)), zone),
      });
});

/** Only of the quote that is on the sheet. */
const quoteReadyLetter = aboutCase(({ claim, facts, zone }, body) => {
  const total = body.total as { readonly amount: number; readonly currency: string };
  const onSheet = claim.choices?.find(({ route }) => route === "paid")?.quote;
  return claim.state !== "inspected" || onSheet?.no !== body.quote
    ? undefined
    : quoteReady({
        ...facts,
        total: printMoney(total.amount, total.currency),
        validUntil: lastDayBefore(Temporal.Instant.from(onSheet?.validUntil ?? ""), zone),
      });
});

/** What owners are told from the intake to the payment. */
export const deskMailings: readonly Mailing[] = [
  { on: "QuestionAsked", template: "questionAsked", address: questionAskedLetter },
  { on: "ParcelRefused", template: "parcelRefused", address: parcelRefusedLetter },
  { on: "PaymentReminded", template: "paymentReminder", address: paymentReminderLetter },
  { on: "QuoteMade", template: "quoteReady", address: quoteReadyLetter },
];
