import type { DeadlineKind, Job, Module } from "../platform/index.ts";
import { ASK, askedAttempt } from "./attempts/ask.ts";
import { reactions } from "./reactions.ts";
import { resolvePayment } from "./resolvePayment.ts";

export { cancelCharge } from "./cancelCharge/cancelCharge.ts";
export {
  type Charge,
  ChargeSchema,
  type ChargeView,
  chargeView,
  PaymentBody,
  type Purpose,
} from "./charge.ts";
export { createCharge, type NewCharge } from "./createCharge.ts";
export { methods } from "./providers/index.ts";
export { settlePayment } from "./settlePayment.ts";
export { startPayment } from "./startPayment/startPayment.ts";
export { chargeOf, chargesOf } from "./store.ts";

/** A try that is still open when its time comes is asked about; the answer sets the next time. */
const askAgain: DeadlineKind = {
  kind: ASK,
  run: async (tx, { rootId, key }) => tx.enqueue(resolvePayment, askedAttempt(rootId, key)),
};

/** What people owe and what providers took. */
export const money: Module = {
  name: "money",
  routes: [],
  jobs: [resolvePayment as unknown as Job<never>],
  reactions,
  deadlines: [askAgain],
};
