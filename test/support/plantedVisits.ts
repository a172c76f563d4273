/** An appointment of nobody's claim, with or without its quarters. */
const LOOSE =
  "alter table service.appointment drop constraint appointment_claim, drop constraint appointment_centre;";
const visit = (no: number): string => `insert into service.appointment
    (device_id, no, claim_no, centre_id, bench, starts_at, ends_at, state, made_at)
    values ('visited', ${no}, 1, 'centre', ${no},
            '2027-01-01T09:00Z', '2027-01-01T09:30Z', 'booked', now());`;
const quarters = (no: number, count: number): string => `insert into service.bench_quarter
    select 'centre', ${no}, timestamptz '2027-01-01T09:00Z' + n * interval '15 minutes',
           'visited', ${no}, null
      from generate_series(0, ${count - 1}) as n;`;

/** Visits and benches as they must never be. */
export const plantedVisits: readonly (readonly [number, string, string])[] = [
  [
    57,
    "two appointments to come of one claim",
    `${LOOSE} drop index service.appointment_one_live;
    ${visit(1)} ${quarters(1, 2)} ${visit(2)} ${quarters(2, 2)}`,
  ],
  [57, "an appointment with half of its time", `${LOOSE} ${visit(1)} ${quarters(1, 1)}`],
  [57, "time of a bench that nothing has", quarters(1, 1)],
  [
    57,
    "time that a cancelled appointment keeps",
    `${LOOSE} ${visit(1)} ${quarters(1, 2)}
    update service.appointment set state = 'cancelled', closed_at = now() where device_id = 'visited'`,
  ],
  [
    57,
    "a bench that is taken twice",
    `${LOOSE} alter table service.bench_quarter drop constraint bench_quarter_pkey;
    ${visit(1)} ${quarters(1, 2)} ${quarters(1, 1)}`,
  ],
];
