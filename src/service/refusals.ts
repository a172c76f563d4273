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
  not_gone: {
    says: "This device is not gone: it can be looked at.",
    next: "Take it in, and inspect it.",
  },
  flight_record_missing: {
    says: "The terms want the record of the flight, and it is not here.",
    next: "Ask the owner to send it to the case, by the app or as a file; then write the analysis down.",
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
  received_meanwhile: {
    says: "Somebody else took this parcel in just now.",
    next: "Look at the case. Scan again if a second parcel lies before you.",
  },
  old_device_here: {
    says: "The old device of this claim is here already, with all that was awaited.",
    next: "Keep what else came as a parcel of its own: POST /v1/strays.",
  },
  nothing_differs: {
    says: "What came is what was awaited.",
    next: "Take it in as usual.",
  },
  belongs_elsewhere: {
    says: "This is not the device of the case, so it cannot be taken in for it.",
    next: "Ask the owner, send it back, or open the case of its own serial.",
  },
  not_delivered_then: {
    says: "The parcel cannot have arrived then: it had not left, or that time is still to come.",
    next: "Look at the carrier's page, and send the time that stands there.",
  },
  stray_not_kept: {
    says: "This parcel is not kept here any more.",
    next: "Look at it: it was found to be of a case, or went back.",
  },
  quoted_meanwhile: {
    says: "Somebody else quoted this case after you began.",
    next: "Look at their quote. Quote again if yours is to take its place.",
  },
  repair_not_offered: {
    says: "The sheet of this case has no paid repair: what is wrong costs its owner nothing.",
    next: "Choose with the owner what the sheet says, or inspect again.",
  },
  price_set_already: {
    says: "This price has another amount from the same instant on.",
    next: "Set it from another instant: what was set is never changed.",
  },
  replacement_model_differs: {
    says: "The replacement is of another model.",
    next: "Take a unit of the same model from the pool.",
  },
  replacement_maker_differs: {
    says: "This serial is one of another maker's.",
    next: "Scan the serial on the unit itself, not the one on its battery or its box.",
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
  not_for_counter: {
    says: "This claim goes by parcel, not over the counter.",
    next: "Ship it, or let its owner choose the swift service while the device is still with them.",
  },
  channel_unchanged: {
    says: "The claim goes this way already.",
    next: "Look at the claim: somebody may have been faster.",
  },
  channel_not_switchable: {
    says: "This claim cannot change its way: its new unit leaves before the old one is back.",
    next: "Cancel it, and report the damage again for another service.",
  },
  channel_not_covered: {
    says: "The terms do not carry this case that way.",
    next: "Stay with the way it has. The receipt says which clause stands against the other.",
  },
  no_counter_serves: {
    says: "No centre takes this device over the counter.",
    next: "Send it: the claim says where to.",
  },
  centre_does_not_serve: {
    says: "This centre does not do this.",
    next: "Choose another: GET /v1/centres says of each whether it takes the model.",
  },
  slot_not_offered: {
    says: "The centre offers no such time.",
    next: "Choose one of the times that GET /v1/centres/{id}/slots lists.",
  },
  slot_taken: {
    says: "Somebody has just taken this time.",
    next: "Choose another: the list shows what is free now.",
  },
  slot_after_deadline: {
    says: "The device has to be at the centre before this time.",
    next: "Choose an earlier time: the claim says until when.",
  },
  appointment_exists: {
    says: "This claim has an appointment already.",
    next: "Move it, or cancel it first.",
  },
  appointment_not_at_this_step: {
    says: "The appointment is not at this step.",
    next: "Look at it: it may be over, cancelled, or begun already.",
  },
  appointment_to_come: {
    says: "Its time has not begun.",
    next: "Wait until it begins, or cancel it.",
  },
  check_in_not_open: {
    says: "The check-in opens on the day of the appointment.",
    next: "Come on that day, or move the appointment to a time that suits.",
  },
  check_in_stands: {
    says: "This check-in cannot be taken back: it is too long ago, or the device was taken in since.",
    next: "Say that the visit is over; another one can be booked.",
  },
  slot_hold_over: {
    says: "The time was held for ten minutes, and they are over.",
    next: "Choose a time again: this one may still be free.",
  },
  too_late_to_change: {
    says: "It is too close to the appointment to change it by yourself.",
    next: "Come as it stands, or write to the centre.",
  },
  no_bench_free: {
    says: "No bench that does this model is free now.",
    next: "Book the next free time of today, or ask them to wait.",
  },
  bench_unknown: {
    says: "The centre has no such bench.",
    next: "Take one of the numbers that the centre lists.",
  },
  bench_taken: {
    says: "Somebody has this bench at that time.",
    next: "Move the appointments first, then block it.",
  },
  block_time_wrong: {
    says: "A block ends after it begins and after now, and takes 31 days at the most.",
    next: "Correct the times; make several blocks where it is longer.",
  },
  block_lifted: {
    says: "The block was lifted before.",
    next: "Nothing is left to do.",
  },
  centre_changed_meanwhile: {
    says: "Somebody else changed the centre after you read it.",
    next: "Read it again, and change that.",
  },
  bench_in_use: {
    says: "A bench that is left out has appointments or blocks to come.",
    next: "Move or cancel them first.",
  },
  recovery_not_at_this_step: {
    says: "This recovery is not at this step.",
    next: "Look at it: somebody may have been faster, or a step before this one is missing.",
  },
  recovery_too_late: {
    says: "The time to send this recovery is over.",
    next: "Ask the supplier whether it takes it all the same; by the agreement it does not.",
  },
  recovery_not_in_part: {
    says: "In part is more than nothing and less than all.",
    next: "Send the amount that is accepted; all of it is accepted, nothing of it is refused.",
  },
  contacts_changed_meanwhile: {
    says: "Somebody has changed who is told of this centre's promises meanwhile.",
    next: "Read the contacts again, then change them once more.",
  },
  promise_set_meanwhile: {
    says: "Somebody has set this promise meanwhile.",
    next: "Read it again, then set it once more.",
  },
});
