/** Late enrolment as it must never be. */
export const plantedVerifications: readonly (readonly [number, string, string])[] = [
  [63, "an acceptance that invited nobody", `${verification("accepted")} ${decision("accept")}`],
  [
    63,
    "an invitation by a verification that was refused",
    `${verification("refused")} ${decision("refuse")}
    ${invitation("open", "null", "true")}`,
  ],
  [
    63,
    "an acceptance that nobody looked at",
    `${verification("accepted")} ${invitation("open", "null", "true")}`,
  ],
  [
    63,
    "an acceptance with a clip that was not looked at",
    `${verification("accepted")} ${invitation("open", "null", "true")}
    alter table claims.verification_decision drop constraint verification_decision_looked;
    ${decision("accept", "{}")}`,
  ],
  [63, "an invitation that is open beside a plan", invitation("open", "null", "c.state = 'active'")],
  [
    63,
    "an invitation that was taken before it was sent",
    invitation("taken", "c.no", "c.state <> 'cancelled'"),
  ],
];

/** A verification of a device that has a contract. */
function verification(state: "accepted" | "refused"): string {
  return `insert into claims.verification
      (device_id, no, kind, serial, asker_id, programme, region, zone, state, submission, checklist, clips,
       receipt, asked_by, asked_at, submitted_at, closed_at)
    select device_id, 1, 'video', serial, 'ada', 'p', 'EU', 'UTC', '${state}', 1, 'aircraft-1', '{sides}',
      '{}',
           'ada', '2099-01-01', '2099-01-02', '2099-01-03'
      from contracts.device order by device_id limit 1;`;
}

function decision(kind: "accept" | "refuse", looked = "{sides}"): string {
  const why = kind === "refuse" ? "'broken', 'activate.video'" : "null, null";
  return `insert into claims.verification_decision
      (device_id, verification_no, submission, decision, clips, looked, unfit, reason, clause, decided_by,
       decided_at)
    select device_id, 1, 1, '${kind}', '{sides}', '${looked}', '{}', ${why}, 'bob', '2099-01-03'
      from contracts.device order by device_id limit 1;`;
}

/** An invitation of the first device, or of one with a contract like this. */
function invitation(state: "open" | "taken", contractNo: string, having: string): string {
  return `insert into contracts.invitation
      (device_id, no, serial, reason, subject, person_id, programme, region, zone, state, sent_at, ends_at,
       contract_no, closed_at)
    select c.device_id, 1, 'X', 'video', 'vrf_' || c.device_id || '_1', 'ada', 'p', 'EU', 'UTC', '${state}',
           '2099-01-03', '2099-01-06', ${contractNo}, case when '${state}' = 'taken' then now() end
      from contracts.contract as c where ${having} order by c.device_id limit 1;`;
}
