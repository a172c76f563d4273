import { refusals } from "../../platform/index.ts";

/** Every "no" about signals. None of them is about a case. */
export const refuse = refusals({
  signal_seen: {
    says: "Somebody has looked at this signal already.",
    next: "Read what they made of it. A later one is raised anew.",
  },
  not_lost: {
    says: "This case is not about a device that is gone.",
    next: "Write what you saw as a note on the case.",
  },
  activity_before_loss: {
    says: "The device was not lost yet at that time.",
    next: "Give the instant at which it was seen after that.",
  },
});
