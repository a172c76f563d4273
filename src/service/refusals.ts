import { refusals } from "../platform/index.ts";

/** Every "no" of the bench. */
export const refuse = refusals({
  serial_differs: {
    says: "The serial on the device is not the one of this claim.",
    next: "Scan it again. If it is right, put the device aside and ask the owner whose it is.",
  },
  nothing_returned: {
    says: "A parcel without any part cannot be taken in.",
    next: "Tick the parts that are in the parcel.",
  },
  findings_incomplete: {
    says: "The findings do not settle which way the claim goes.",
    next: "Judge the facts that the receipt lists under needs.",
  },
  inspected_meanwhile: {
    says: "Somebody else saved an inspection of this case after you began.",
    next: "Look at theirs: its receipt is here. Save again if yours is to take its place.",
  },
  parts_missing: {
    says: "Parts that must come back are missing.",
    next: "Ask the owner to send them. Take them in when they arrive, then inspect again.",
  },
  terms_incomplete: {
    says: "The terms have no figure for this case.",
    next: "Hand it to the programme's manager: a fee must be published before the owner can choose.",
  },
  uses_collide: {
    says: "Two findings would each take the next use of one benefit, and a case takes one.",
    next: "Tell them as one finding where one repair does both, or hand the case to the programme's manager.",
  },
  address_missing: {
    says: "Nobody has said where the parcel goes.",
    next: "Ask the owner, and send the address with the shipment.",
  },
  replacement_model_differs: {
    says: "The replacement is of another model.",
    next: "Take a unit of the same model from the pool.",
  },
  replacement_serial_known: {
    says: "This serial was seen before: it belongs to a device, or did.",
    next: "Take another unit. A serial that was once sold or swapped cannot be given out again.",
  },
  not_a_replacement: {
    says: "The owner did not choose a replacement.",
    next: "Repair or return the device, then ship it.",
  },
  plan_disputed: {
    says: "The payment of this plan is disputed at the bank, so nothing goes out on it for now.",
    next: "Wait until the bank has decided, or ask a manager: the list of disputes shows it.",
  },
});
