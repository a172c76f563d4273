import { refusals } from "../../platform/index.ts";

/** Every "no" that a verification can meet. */
export const refuse = refusals({
  serial_not_ours: {
    says: "We know no device with a serial like this one.",
    next:
      "Compare it with the label. A device of another maker cannot have a plan of ours; else " +
      "name its model.",
  },
  verification_not_needed: {
    says: "A plan may be had for this device now, so there is nothing to verify.",
    next: "Buy a plan, or activate the code that you have.",
  },
  verification_open: {
    says: "You have a verification of this device under way.",
    next: "Go on with it by the link of its mail.",
  },
  device_has_plan: {
    says: "This device has a plan already.",
    next: "When it nears its end, renew it: its holder gets a mail in time.",
  },
  serial_was_replaced: {
    says: "This unit was replaced by another.",
    next: "Ask with the serial that the new unit wears.",
  },
  no_such_way: {
    says: "The terms have no verification of this kind for this device.",
    next: "Write to us if something is not as we know it. A repair that is paid for is open to every device.",
  },
  verification_undecided: {
    says: "We know too little of this device to say whether it can be verified.",
    next: "Tell when it was first used and where it was bought.",
  },
  not_with_you: {
    says: "This verification is not waiting for clips.",
    next: "Look at it: it is with us, or it is over.",
  },
  not_on_video: {
    says: "This device is looked at in a centre and not on video.",
    next: "Bring or send it, or ask for a verification by video instead.",
  },
  not_an_inspection: {
    says: "This device is shown on video, so it does not come to a centre.",
    next: "Wait for its clips, or ask for an inspection instead.",
  },
  clips_missing: {
    says: "Not every clip that is asked for is there and checked.",
    next: "Send those that GET /v1/verifications/{id} still asks for, and wait until they are checked.",
  },
  verification_not_submitted: {
    says: "There is nothing to decide: it was decided already, or it is not handed in.",
    next: "Look at it again: somebody may have been faster.",
  },
  another_submission: {
    says: "It was handed in again since you looked at it.",
    next: "Look at the new clips, then decide.",
  },
  clips_not_looked_at: {
    says: "Not every clip was looked at.",
    next: "Look at each of them and say whether it fits, then decide.",
  },
  clip_does_not_fit: {
    says: "A clip does not fit, so this cannot be accepted.",
    next: "Ask for that clip again, or refuse with the reason.",
  },
  nothing_asked_again: {
    says: "Nothing is asked for again.",
    next: "Name each clip that is to be filmed again, with the reason. A device in a centre is not filmed.",
  },
  reason_missing: {
    says: "A refusal needs its reason and the clause it rests on.",
    next: "Say what stands against it, in words for its owner, and name a clause of the terms.",
  },
  invitation_not_possible: {
    says: "The terms do not let this device have a plan any more, so it cannot be invited.",
    next: "Look at the device: it may have a plan by now, or its serial was replaced.",
  },
});
