/**
 * What owners are told when the business says no, by the refusal's code. The API's own sentences speak of
 * charges, claims and receipts; these speak of what the person sees.
 */
export const refusals: Readonly<Record<string, string>> = {
  activation_disagrees:
    "We have another day on record for the first use of this device than the one you gave. Compare the day in the app of the device, or write to us.",
  channel_not_covered:
    "By the terms your plan does not carry the case that way. It stays as it is: nothing was changed.",
  channel_not_switchable: "Your new device leaves before the old one is here, so the old one is sent back.",
  channel_unchanged: "Your case goes that way already. Nothing was changed now.",
  charge_cancelled: "This is no longer owed. There is nothing to pay.",
  charge_captured: "This is paid already. There is nothing more to pay.",
  claim_not_at_this_step:
    "This step was taken already, here or in another window, or it is not open yet. Nothing was changed now. The case shows how it stands.",
  claim_open_already:
    "There is an open case for this device, and it takes one at a time. Go on with that one. If you cannot see it, somebody else reported it: write to us.",
  codes_disputed:
    "The payment of these codes is disputed: a bank is looking at it. Wait until it has decided, or take the dispute back there. Then the codes are good again, and can be given back.",
  code_disputed:
    "This code does not work now: its payment is disputed at a bank. Ask whoever bought it. When that is settled it works again.",
  code_used: "You have activated this code already. The device it is on stands under My devices.",
  no_question: "There is nothing to answer any more. The case shows how it stands.",
  no_such_answer: "This is no answer to our question. Choose one of those on the page.",
  quote_expired:
    "This price has ended, and nothing was chosen. Take another way on the page, or write to us for a new price.",
  question_open: "Answer our question about your parcel first.",
  contract_running:
    "This device has a plan already, and it carries one at a time. Your code was not used: it stays good for another device, or for later.",
  country_not_served:
    "We do not sell plans in this country. The device and its plan must come from one we serve.",
  device_unknown:
    "We do not know this serial yet. Compare it with the device. If it is right, activate its plan first.",
  incident_in_future: "The day of the damage is still to come. Enter the day it happened.",
  model_disagrees:
    "We know this serial as another model. Compare it with the device. If it is right, write to us.",
  no_running_contract:
    "The plan of this device does not run any more, so it cannot be prolonged. Check its serial to see whether it may have a new one.",
  no_counter_serves: "No centre takes your device over the counter. Send it: the case says where to.",
  nothing_to_pay: "Nothing is owed on this case. There is nothing to pay.",
  nothing_to_renew_into:
    "This plan has no added year. When it ends, check whether the device may have a new one.",
  offer_refused: "This plan is not sold where you live.",
  order_not_open: "This order cannot be paid any more. The order shows what became of it.",
  payment_running:
    "A payment for this case is on its way. When we know how it ended you can still cancel, if nothing was paid.",
  payment_underway: "Your payment is on its way. Wait until we know how it ended: nothing is taken twice.",
  price_missing: "These plans have no price together where you live. Order them one by one, or write to us.",
  price_changed: "A price has changed: the bench looked at your device again. Look at the choices again.",
  programmes_mixed: "These plans come from different makers. Place one order for each.",
  region_unknown: "There is no plan for that region. Choose the one in which the device was bought.",
  renewal_is_no_code:
    "This one prolongs a plan that runs already; it does not come as a code. Open your device and add it there.",
  renewal_not_priced: "The added year has no price where you live yet. Write to us, and a person tells you.",
  renewal_underway:
    "The plan of this device is being prolonged: the payment is on its way. Your code was not used and stays good.",
  renewed_already: "The added year is on your plan already. The device shows it.",
  route_not_offered: "This way is not open for this case. Look at the choices again.",
  plan_not_moved:
    "The plan has not moved to this device yet: its case is still open. Has it come? Say so on the page of the case.",
  old_unit_not_back:
    "The plan comes to this device when your old one is back with us. Send it as the page of its case says.",
  serial_promised:
    "This device took the place of another, and its plan comes to it by itself. Your code stays good.",
  serial_retired:
    "This device came back to us and was replaced. Use the serial number of the one you got for it.",
  terms_refuse: "The terms do not allow it.",
  terms_undecided: "We need to know more about the device before we can say. Write to us.",
  too_late_to_change: "Your appointment is too close to change this here. Come as it stands, or write to us.",
  unit_replaced: "This device was replaced, and the plan is on the new one. Report the damage of that one.",
  waiting_is_over:
    "The time to answer is over, and your device comes back as it is. Report the damage again if you still want it mended.",
  charge_not_captured: "Nothing was paid for this, so nothing can be paid back.",
  code_has_contract: "This code is used. Give up the plan it became instead: it stands under My devices.",
  contract_cancelled: "This plan was given up before. What was paid back stands in our mail of that day.",
  contract_over: "This plan has run its time. Nothing is left of it that could be given up.",
  hold_not_placed: "Your card does not stand for your old device yet. Wait a moment, or give another card.",
  return_awaited: "Your old device has not come back yet. The case closes by itself after it came.",
  no_right_to_withdraw: "There is nothing here from which you can withdraw now.",
  withdrawal_told: "You have withdrawn from this already. We have it, with its day and hour.",
  nothing_to_return:
    "There is no unused code here that could be given back. A used code is given up with its plan.",
  refund_above_captured: "So much is not left of this payment. What was promised back before is part of it.",
  refund_for_a_person:
    "Something comes back to you, and a person has to reckon how much. Write to us: we look at it.",
  return_refused: "Neither the terms nor the law pay back this code. It stays good: you can still use it.",
  return_undecided: "We cannot tell yet what this code pays back. Write to us: a person looks at it.",
  claim_underway:
    "A case is open on this device. Finish it or cancel it first; then the plan can be passed on.",
  contract_not_running:
    "This plan does not run: it has ended, is used up, or has not begun. Only a plan that runs passes to somebody else.",
  not_yours_to_answer:
    "Only the person who is to have the plan can answer. They have the link in their mail; you can take it back instead.",
  not_yours_to_withdraw:
    "Only the person who has the plan can take this back. Say no instead: then everything stays as it is.",
  renewal_being_paid:
    "The plan is being renewed: the payment is on its way. Wait until we know how it ended, then try again.",
  transfer_ended:
    "This has ended: it was agreed to, declined, taken back, or not answered in time. Nothing was changed now.",
  transfer_to_oneself: "This address has the plan already. Give the address of the other person.",
  transfer_underway:
    "The plan is being passed on already: the other person has not answered yet. Wait, or take it back and ask anew.",
  claim_open_on_plan:
    "A case is open on this device, so the plan cannot be given up now. Finish the case or cancel it, then give the plan up.",
  paid_elsewhere:
    "Nothing was paid to us for this plan: its code was sold by somebody else. Give it back where you bought it; who sold it pays you back.",
  payment_disputed:
    "The payment of this plan is disputed at the bank, which took the money back meanwhile. Wait until the bank has decided, or take the dispute back there.",
  renewed_by_hand_only:
    "The terms do not let this plan renew by itself. We write to you when it can be renewed by hand.",
  nothing_is_late: "Nothing of this order is late.",
  goods_cancelled: "What was late is cancelled, and its money is on its way back to you.",
  goods_have_left: "These goods have left already. Send them back once they are with you.",
  goods_not_there: "So many pieces are not left: what was sent, cancelled or returned counts already.",
  sale_refunded: "This plan was given back before, and its money is on its way or with you.",
  use_not_free:
    "Your plan has nothing left for this: another case has taken the last, or the plan has ended. Choose another way, or write to us.",
  nothing_to_send: "There is no unused code here that could be sent again. A used code stands on its device.",
  appeal_open:
    "We are looking at a decision of this case again, and nothing of it moves until then. Wait for our answer, or take the review back.",
  appeal_not_now:
    "There is no decision to look at again now. Ask for a review when our answer is no, or when the choices are there and you have not chosen.",
  appeal_asked: "We are looking at this decision again already. Wait for our answer: we write to you.",
  appealed_before: "We looked at this decision again, and it stands. Take one of the ways that are open.",
  appeal_decided: "This review is over: it was decided, or taken back. The case shows what came of it.",
  evidence_stands:
    "This cannot be taken back any more: we have looked at it already, or it was not taken, or taken back before.",
  serial_not_ours:
    "We know no device with a serial like this one. Compare it with the label. A device of another maker cannot have a plan of ours.",
  verification_not_needed:
    "This device may have a plan now, so it need not be shown. Buy a plan, or activate the code that you have.",
  verification_open: "You are showing us this device already. Go on by the link in our mail.",
  verification_undecided:
    "We know too little about this device. Tell us when it was first used and where it was bought.",
  device_has_plan:
    "This device has a plan already. When it nears its end it can be renewed: we write to whoever has it.",
  serial_was_replaced:
    "This device was replaced. Give the serial of the one that came in its place: it is printed on it.",
  no_such_way:
    "This device cannot be shown to us in this way. Write to us if something is not as we know it. A repair for its price is open to every device.",
  clip_not_a_video: "This is no video. Send one as MP4, MOV or WebM, as the camera or phone made it.",
  clip_not_asked: "We do not ask for this clip now. Film one of those that the page asks for.",
  clips_missing:
    "Not every clip is here and checked yet. Add those that the page still asks for, and wait until they are checked.",
  not_with_you:
    "We do not wait for clips now: they are with us, or this is over. The page shows how it stands.",
  not_on_video: "This device is looked at in a centre, so there is nothing to film. Bring or send it.",
  appointment_exists: "This case has an appointment already. Move that one, or cancel it first.",
  appointment_not_at_this_step:
    "This appointment is over, was cancelled, or has begun. The case shows how it stands.",
  centre_does_not_serve: "This centre does not do this for your device. Choose another one.",
  not_for_counter:
    "This case goes by parcel. As long as your device is with you, you can choose to bring it: the case shows how.",
  slot_after_deadline: "Your device has to be at the centre before this time. Choose an earlier one.",
  slot_hold_over:
    "We kept this time for you for ten minutes, and they are over. Choose a time again: it may still be free.",
  slot_not_offered: "The centre does not offer this time, or not any more. Choose one of those on the page.",
  slot_taken: "Somebody has just taken this time. Choose another of those on the page.",
};
