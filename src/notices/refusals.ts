import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  letter_not_given_up: {
    says: "This letter was not given up: it was sent, or is being sent.",
    next: "Look at GET /v1/letters for those that could not be sent.",
  },
  text_set_meanwhile: {
    says: "Somebody has changed this wording meanwhile, or there is none of this version.",
    next: "Read it again, then change it once more.",
  },
  no_such_letter_yet: {
    says: "There is no sample of this letter, and it was not sent in the case that was named.",
    next: "Name a case in which it was sent, or preview another letter.",
  },
});
