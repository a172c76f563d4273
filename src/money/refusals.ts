import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  payment_underway: {
    says: "A payment of this charge is on its way.",
    next: "Wait until it is known how it ended; nothing is taken twice.",
  },
  charge_captured: {
    says: "This is paid.",
    next: "There is nothing more to pay here.",
  },
  charge_cancelled: {
    says: "This is no longer owed.",
    next: "Start over if you still want it.",
  },
});
