import {
  confirmWithdrawalPage,
  noWithdrawalPage,
  withdrawnPage,
  withdrawPage,
} from "../pages/withdrawPages.ts";
import { en } from "../words/en.ts";
import { formOf, type Sample, signedIn } from "./samples.ts";

const frame = signedIn;
const back = "/orders/ord_1";
const about = [
  { label: en.withdraw.name, value: "Ada" },
  { label: en.withdraw.mail, value: "ada@example.org" },
];
const lines = [
  { no: 1, says: "Care Refresh, 2 years", until: en.withdraw.until("2026-12-05") },
  { no: 2, says: "2 × Strap", until: en.withdraw.open },
];
const told = {
  moment: "Fri 20 Nov, 19:00 (UTC)",
  lines: ["Care Refresh, 2 years"],
  state: "told" as const,
  answer: undefined,
};

/** Withdrawing from an order, step by step. */
export const withdrawSamples: readonly Sample[] = [
  {
    name: "withdraw",
    page: withdrawPage(frame, { form: formOf("/orders/ord_1/withdraw"), back, about, lines }),
  },
  {
    name: "withdraw, nothing chosen",
    page: withdrawPage(frame, {
      form: formOf("/orders/ord_1/withdraw", {}, { lines: en.withdraw.whatMissing }),
      ...{ back, about, lines },
    }),
  },
  {
    name: "withdraw, confirm",
    page: confirmWithdrawalPage(frame, {
      form: formOf("/orders/ord_1/withdraw/confirm"),
      ...{ back, about, lines, name: "Ada", orderId: "ord_1" },
    }),
  },
  { name: "withdrawn", page: withdrawnPage(frame, { back, told: [told], more: undefined }) },
  {
    name: "withdrawn and answered",
    page: withdrawnPage(frame, {
      back,
      told: [{ ...told, state: "answered", answer: "It came back. 44.25 EUR are on their way." }],
      more: `${back}/withdraw?more`,
    }),
  },
  { name: "no withdrawal", page: noWithdrawalPage(frame, back) },
];
