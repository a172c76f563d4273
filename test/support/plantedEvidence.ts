/** What must not be true of evidence, and how it would come about. */
export const plantedEvidence: readonly (readonly [number, string, string])[] = [
  [
    58,
    "evidence that is kept without its files",
    `alter table claims.evidence drop constraint evidence_kept, drop constraint evidence_look;
    ${planted(1, "'kept'")}`,
  ],
  [58, "two pieces of evidence in one file", `${planted(2, "'checking'", "repeat('a', 32)")}`],
  [58, "more evidence than a case has places", planted(61, "'checking'")],
];

/** So many pieces of one claim. */
function planted(count: number, state: string, name = "lpad(to_hex(n), 32, '0')"): string {
  return `insert into claims.evidence (device_id, of_no, no, file_name, state, kind, purpose, sent_type,
                                       sent_bytes, added_by, adder_id, added_at, received_at, closed_at)
    select c.device_id, c.no, n, ${name}, ${state}, 'photo', 'free', 'image/jpeg', 10, 'owner', 'ada', now(),
           now(), case when ${state} = 'kept' then now() end
      from (select device_id, no from claims.claim order by device_id limit 1) as c,
           generate_series(1, ${count}) as n`;
}
