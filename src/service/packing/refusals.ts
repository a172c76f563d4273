import { refusals } from "../../platform/index.ts";

/** Every "no" about a parcel to the bench, and about the question at the end of a case. */
export const refuse = refusals({
  nothing_awaited: {
    says: "Nothing is awaited for this case.",
    next: "Look at the case: it says what comes next.",
  },
  nothing_sent: {
    says: "None of the parts that are awaited is ticked.",
    next: "Tick what is in the parcel.",
  },
  case_not_closed: {
    says: "The case is not closed yet.",
    next: "Answer when it is.",
  },
  answered_already: {
    says: "You have answered before.",
    next: "Nothing is left to do.",
  },
});
