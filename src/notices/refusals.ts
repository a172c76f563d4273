import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  letter_not_given_up: {
    says: "This letter was not given up: it was sent, or is being sent.",
    next: "Look at GET /v1/letters for those that could not be sent.",
  },
});
