import { refusals } from "../../platform/index.ts";

/** Every "no" that sorting a mail can meet. */
export const refuse = refusals({
  mail_in_a_case: {
    says: "The mail is in a case already, or is being read.",
    next: "Look at the list again in a moment.",
  },
  mail_settled: {
    says: "The mail does not wait any more.",
    next: "Look at the list again: somebody has sorted it.",
  },
});
