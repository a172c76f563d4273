/** What holds can never do, planted: the number of the invariant, what is wrong, the statements. */
export const plantedHolds: readonly (readonly [number, string, string])[] = [
  [
    30,
    "a hold that is over and still on a card",
    `${plantedHold("released")}; ${plantedAuthorisation("placed")}`,
  ],
  [
    30,
    "a hold that was taken before its notice was over",
    `alter table money.hold drop constraint hold_not_early; ${plantedHold("captured")};
    ${plantedAuthorisation("captured")};
    update money.hold set ending = 'capture', ending_at = '2027-01-05', due_at = '2027-01-04',
      noticed_at = '2027-01-04'`,
  ],
  [
    30,
    "more captured than was authorised",
    `alter table money.authorisation drop constraint authorisation_amounts; ${plantedHold("captured")};
    ${plantedAuthorisation("captured")}; update money.authorisation set captured_minor = 200`,
  ],
  [30, "a closed claim with a hold", plantedHold("placed")],
  [
    29,
    "a hold that promises back what no refund says",
    `${plantedHold("captured")}; ${plantedAuthorisation("captured")};
    update money.hold set refunded_minor = 1`,
  ],
  [
    23,
    "a replacement that left before a card stood for the old device",
    "update claims.claim set hold_no = 1",
  ],
  [36, "an old device that nobody awaits", "update claims.claim set hold_no = 1"],
  [
    65,
    "a capture that one person asked for and took",
    `alter table money.capture_request drop constraint capture_request_hands; ${plantedHold("placed")};
    ${plantedRequest(1, "'approved'", "'sam', '2027-01-03'")}`,
  ],
  [
    65,
    "a capture that nobody agreed to",
    `alter table money.capture_request drop constraint capture_request_ended; ${plantedHold("placed")};
    ${plantedRequest(1, "'approved'", "null, null")}`,
  ],
  [
    65,
    "two captures of one hold that wait",
    `drop index money.capture_request_one_open; ${plantedHold("placed")};
    ${plantedRequest(1, "'open'", "null, null")}; ${plantedRequest(2, "'open'", "null, null")}`,
  ],
  [
    65,
    "a capture of more than the hold",
    `${plantedHold("placed")}; ${plantedRequest(1, "'approved'", "'mia', '2027-01-03'")};
    update money.capture_request set amount_minor = 101`,
  ],
];

/** A request of Sam's to take that hold: its number, its state, and who ended it when. */
function plantedRequest(no: number, state: string, ended: string): string {
  return `insert into money.capture_request (root_id, hold_no, no, amount_minor, reason, state, asked_by,
                                             asked_at, ended_by, ended_at)
    select root_id, 1, ${no}, 100, 'late', ${state}, 'sam', '2027-01-02', ${ended} from money.hold`;
}

/** A hold of 1.00 on the claim there is. */
function plantedHold(state: "placed" | "released" | "captured"): string {
  const [closedAt, captured] =
    state === "placed" ? ["null", 0] : ["'2027-01-09'", state === "captured" ? 100 : 0];
  return `insert into money.hold (root_id, no, subject_no, programme, region, amount_minor, currency, state,
                                  wanted_at, closed_at, captured_minor)
    select device_id, 1, no, 'x', 'EU', 100, 'PLN', '${state}', '2027-01-01', ${closedAt}, ${captured}
      from claims.claim`;
}

/** The authorisation of that hold. */
function plantedAuthorisation(state: "placed" | "captured"): string {
  const [closedAt, captured] = state === "placed" ? ["null", 0] : ["'2027-01-05'", 100];
  return `insert into money.authorisation (root_id, no, hold_no, method, provider, amount_minor, currency,
                                           state, asked_at, placed_at, capture_before, ordered_at,
                                           captured_minor, closed_at)
    select root_id, 1, no, 'm', 'test', 100, 'PLN', '${state}', '2027-01-01', '2027-01-01', '2027-01-08',
           '2027-01-05', ${captured}, ${closedAt} from money.hold`;
}
