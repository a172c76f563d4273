import { type DueKind, forPeople, ownWork } from "./dueKind.ts";

const contract = { of: "contract" } as const;
const other = { of: "else" } as const;

const ofClaims: Readonly<Record<string, DueKind>> = {
  report_lapses: forPeople(
    "The device is to be here",
    "claim.opened",
    "civil_days",
    "The case ends and the promised replacement is free again; what did come goes back as it is.",
  ),
  payment_lapses: forPeople(
    "To choose and to pay",
    "claim.inspected",
    "civil_days",
    "The device goes back as it is, and the promised replacement is free again.",
    { warnedBy: ["payment_reminds"] },
  ),
  payment_reminds: forPeople(
    "A reminder to pay",
    "claim.inspected",
    "civil_days",
    "The owner is reminded of what is to be chosen or paid.",
  ),
  question_lapses: forPeople(
    "A question to the owner",
    "question.asked",
    "civil_days",
    "What was asked is settled as the question says, without an answer.",
  ),
  claim_closes: forPeople(
    "The case closes",
    "claim.shipped",
    "civil_days",
    "The case is closed, because nobody said that the parcel had not come.",
  ),
  evidence_lapses: forPeople(
    "An upload",
    "evidence.added",
    "hours",
    "The upload that stood still is given up; it can be sent again.",
  ),
  report_draft_lapses: forPeople(
    "A report that was begun",
    "report.begun",
    "civil_days",
    "The draft is deleted; a damage can be reported anew.",
    other,
  ),
  appeal_due: forPeople(
    "A contested decision",
    "appeal.asked",
    "civil_days",
    "It is told as overdue until somebody else than who decided first has decided.",
  ),
  verification_lapses: forPeople(
    "Clips of a late enrolment",
    "verification.asked",
    "civil_days",
    "The enrolment ends without a look; it can be asked for again.",
    { warnedBy: ["verification_reminder"], ...other },
  ),
  verification_reminder: forPeople(
    "A reminder of clips",
    "verification.asked",
    "civil_days",
    "The owner is reminded to film the device.",
    other,
  ),
  verification_answer: forPeople(
    "An answer to clips",
    "verification.submitted",
    "civil_days",
    "It is told as overdue, to the office, until somebody has looked at the clips.",
    other,
  ),
};

const ofService: Readonly<Record<string, DueKind>> = {
  promise_warning: forPeople(
    "Three quarters of a promise",
    "claim.received",
    "opening_time",
    "The case is marked as near its promise in the queue, and the desk of its centre is told.",
  ),
  promise_breach: forPeople(
    "A promise of the bench",
    "claim.received",
    "opening_time",
    "The promise is broken: the case stands among the overdue ones, and desk and lead are told.",
    { warnedBy: ["promise_warning"] },
  ),
  promise_escalation: forPeople(
    "Half as long again",
    "claim.received",
    "opening_time",
    "The case is for who stands above the bench: the lead and the managers are told.",
    { warnedBy: ["promise_warning", "promise_breach"] },
  ),
  appointment_hold_lapses: forPeople(
    "A time that is held",
    "appointment.held",
    "hours",
    "The time is free again for others.",
    other,
  ),
  appointment_reminder: forPeople(
    "A reminder of a visit",
    "appointment.booked",
    "civil_days",
    "The owner is reminded of the visit.",
    other,
  ),
  appointment_no_show: forPeople(
    "The end of a visit's time",
    "appointment.booked",
    "instant",
    "Who did not come is noted as not come; another time can be booked.",
    { warnedBy: ["appointment_reminder"], ...other },
  ),
  appointment_stays: forPeople(
    "A visitor who is still here",
    "appointment.arrived",
    "hours",
    "The bench is asked whether the visit is over.",
    other,
  ),
  recovery_due: forPeople(
    "A claim on a supplier",
    "recovery.found",
    "civil_days",
    "The claim on the supplier can be sent no more.",
    { warnedBy: ["recovery_warns"], ...other },
  ),
  recovery_warns: forPeople(
    "A claim on a supplier, soon late",
    "recovery.found",
    "civil_days",
    "The bench is told that the claim is still to be sent.",
    other,
  ),
  recovery_answer: forPeople(
    "A supplier's answer",
    "recovery.sent",
    "civil_days",
    "It is told as overdue until the supplier has answered.",
    other,
  ),
};

const ofContracts: Readonly<Record<string, DueKind>> = {
  benefit_year: forPeople(
    "A year of a plan",
    "contract.activated",
    "civil_days",
    "The uses of the next year begin.",
    contract,
  ),
  contract_ends: forPeople(
    "A plan's end",
    "contract.activated",
    "civil_days",
    "The plan ends; what happens later is not covered by it.",
    { warnedBy: ["renewal_reminder"], ...contract },
  ),
  transfer_lapses: forPeople(
    "A transfer to somebody else",
    "transfer.asked",
    "civil_days",
    "The plan stays with who has it.",
    other,
  ),
  renewal_reminder: forPeople(
    "A reminder to renew",
    "contract.activated",
    "civil_days",
    "The owner is reminded that the plan can be renewed.",
    contract,
  ),
  renews_itself: forPeople(
    "A renewal by itself",
    "renewal.agreed",
    "civil_days",
    "The price of the next period is taken, as was agreed.",
    { warnedBy: ["renewal_reminder"], ...contract },
  ),
  codes_expire: forPeople("The last day of codes", "batch.released", "civil_days", "Unused codes end.", {
    warnedBy: ["codes_end_in_30_days", "codes_end_in_7_days"],
    ...other,
  }),
  codes_end_in_30_days: forPeople(
    "30 days before codes end",
    "batch.released",
    "civil_days",
    "Buyers of unused codes are told.",
    other,
  ),
  codes_end_in_7_days: forPeople(
    "7 days before codes end",
    "batch.released",
    "civil_days",
    "Buyers of unused codes are told again.",
    other,
  ),
  invitation_ends: forPeople(
    "An invitation to buy a plan",
    "invitation.sent",
    "hours",
    "The plan can be bought no more.",
    { warnedBy: ["invitation_reminder"], ...other },
  ),
  invitation_reminder: forPeople(
    "A reminder of an invitation",
    "invitation.sent",
    "hours",
    "The owner is reminded of the invitation.",
    other,
  ),
};

const ofMoneyAndGoods: Readonly<Record<string, DueKind>> = {
  hold_due: forPeople(
    "A card that stands for a device",
    "hold.placed",
    "civil_days",
    "It is renewed, the owner is reminded or told, or what is missing is taken from it.",
    other,
  ),
  refund_warns: forPeople(
    "A refund, soon late",
    "refund.requested",
    "civil_days",
    "The office is told that money is to be paid back.",
    other,
  ),
  refund_due: forPeople(
    "Money to be paid back",
    "refund.requested",
    "civil_days",
    "The refund is told as late.",
    { warnedBy: ["refund_warns"], ...other },
  ),
  order_lapses: forPeople(
    "An unpaid order",
    "order.placed",
    "hours",
    "The order is cancelled and what was set aside is free again.",
    other,
  ),
  codes_wait: forPeople(
    "Codes that are to be delivered",
    "order.paid",
    "hours",
    "The codes are handed out.",
    other,
  ),
  supplier_order_closes: forPeople(
    "An order to a supplier",
    "order.paid",
    "hours",
    "What was gathered is ordered.",
    other,
  ),
  feed_due: ownWork("A supplier's feed", "feed.run", "The feed is read."),
  payment_asked: ownWork(
    "A payment under way",
    "payment.started",
    "The provider is asked what became of it.",
  ),
  month_ends: ownWork("The end of a month", "month.ended", "What was earned in the month is booked."),
  night_falls: ownWork("The night", "night.fell", "Our books are compared with the providers'."),
  alarm_letters: ownWork(
    "Letters to our own people",
    "promise.broken",
    "Who is named is told of the promises that ran out in an hour, in one letter.",
  ),
  test_bank_tells: ownWork(
    "The test bank",
    "payment.started",
    "The test bank tells what became of a payment.",
  ),
  vat_number_due: ownWork("A VAT number", "order.placed", "The register is asked again."),
  parcel_asked: ownWork("A label", "parcel.booked", "The carrier is asked what became of the booking."),
  parcel_tracked: ownWork("A parcel under way", "parcel.handed_over", "The carrier is asked where it is."),
};

/** Every kind of deadline there is, in words. A test compares it with what the modules run. */
export const dueKinds: ReadonlyMap<string, DueKind> = new Map(
  Object.entries({ ...ofClaims, ...ofService, ...ofContracts, ...ofMoneyAndGoods }),
);
