import { refusals } from "../../platform/index.ts";

/** Every "no" to an override. */
export const refuse = refusals({
  override_exists: {
    says: "There is an override for this case, granted or waiting for a second person.",
    next: "Look at it on the case. One that waits can be declined, and another be made then.",
  },
  override_no_better: {
    says: "The choice sheet has this already, for no more: the owner would not be better off.",
    next: "Give more, or ask for less. An override only ever helps the owner.",
  },
  override_decided: {
    says: "This override was decided before.",
    next: "Look at it: somebody was faster.",
  },
  override_by_same_person: {
    says: "Who asked for an override above their authority does not grant it.",
    next: "Ask somebody else who may.",
  },
});
