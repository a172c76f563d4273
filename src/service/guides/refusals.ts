import { refusals } from "../../platform/index.ts";

/** Every "no" that the keeping of guides can meet. */
export const refuse = refusals({
  guide_changed_meanwhile: {
    says: "Somebody else changed the guide after you read it.",
    next: "Read it again, and change that.",
  },
  guide_not_at_this_step: {
    says: "This version is not at that step: it was published or retired before.",
    next: "Read the guide again: its versions say how each stands.",
  },
});
