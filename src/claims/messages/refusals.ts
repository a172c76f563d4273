import { refusals } from "../../platform/index.ts";

/** Every "no" that a message can meet. */
export const refuse = refusals({
  nothing_said: {
    says: "The message says nothing and brings nothing.",
    next: "Write a sentence, or name a photo you have added to the case.",
  },
  evidence_not_of_case: {
    says: "One of the pieces named is not among those of this case.",
    next: "Add the photo or file to the case first, then name its number.",
  },
  message_unknown: {
    says: "The case has no message of this number.",
    next: "Read the messages again and name the last one.",
  },
});
