import { refusals } from "../../platform/index.ts";

/** Every "no" of the pool. */
export const refuse = refusals({
  no_unit_free: {
    says: "The pool has no unit for this case now.",
    next: "It waits until one comes in. Or scan a unit that the pool does not know.",
  },
  unit_not_here: {
    says: "One of these units is not in the pool any more.",
    next: "Leave out what was shipped, taken apart or scrapped: the unit's history says when.",
  },
  unit_not_free: {
    says: "This unit cannot be given: it is set aside for another case, or not sorted yet.",
    next: "Take the one that is suggested, or look at the unit's history.",
  },
  unit_in_other_region: {
    says: "This unit stands in the pool for another region.",
    next: "Take one of this region: radio rules and chargers differ.",
  },
  unit_reason_missing: {
    says: "Another unit of the pool is set aside for this case.",
    next: "Scan that one, or say why it is this one.",
  },
  swap_shipped: {
    says: "The unit has left, so the swap stands.",
    next: "Ask the owner to send it back, and open a case for it if it is the wrong one.",
  },
  swap_not_last: {
    says: "The device wears another unit by now.",
    next: "Look at the case: somebody may have been faster.",
  },
  unit_not_at_this_step: {
    says: "The unit is not at this step.",
    next: "It goes from quarantine through sorting to refurbishing, and from there back into the pool.",
  },
  old_unit_may_go_back: {
    says: "The case this unit came with is not shipped yet: its owner may get it back.",
    next: "Wait until the replacement has left.",
  },
  serial_not_asked: {
    says: "A unit gets another serial only when it goes back into the pool.",
    next: "Leave the serial out.",
  },
  data_not_wiped: {
    says: "Nobody has said that its owner's data is off this unit.",
    next: "Wipe it, take the card out, and tick that it is done.",
  },
  grade_missing: {
    says: "A unit that goes back into the pool has a grade.",
    next: "Say whether it is new or refurbished.",
  },
  retired_serial: {
    says: "The serial of this unit was swapped out, and is retired for ever.",
    next: "Give it a new serial plate, and scan that one.",
  },
  unit_serial_taken: {
    says: "The new serial belongs to another unit.",
    next: "Take a serial plate that nobody has used.",
  },
});
