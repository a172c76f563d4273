/** What passing on and renewing by consent can never leave: the invariant, what is wrong, the statements. */
export const plantedTransfers: readonly (readonly [number, string, string])[] = [
  [41, "a contract that was passed on and stayed where it was", plantedTransfer("agreed", "2027-01-05")],
  [
    41,
    "a transfer that waits beyond its days",
    `${plantedTransfer("asked", null)};
    update contracts.transfer set lapses_at = asked_at + interval '1 second'`,
  ],
  [
    41,
    "two transfers that wait",
    `drop index contracts.transfer_one_open; ${plantedTransfer("asked", null)};
    insert into contracts.transfer
    select (jsonb_populate_record(t, '{"no": 2}')).* from contracts.transfer as t`,
  ],
  [
    41,
    "a contract that was passed on by nobody",
    "update contracts.contract set held_from = concluded_at where no = 1",
  ],
  [42, "a consent of somebody else", plantedConsent("another")],
  [
    42,
    "two consents for one device",
    `drop index contracts.auto_renewal_one; ${plantedConsent("ada")};
    insert into contracts.auto_renewal
    select (jsonb_populate_record(a, '{"no": 2}')).* from contracts.auto_renewal as a`,
  ],
  [
    42,
    "a consent announced for what is not there",
    `${plantedConsent("ada")};
    update contracts.auto_renewal set announced_no = 9, announced_minor = 1, announced_at = agreed_at`,
  ],
];

function plantedTransfer(state: "agreed" | "asked", endedAt: string | null): string {
  const ended = endedAt === null ? "null" : `'${endedAt}'`;
  return `insert into contracts.transfer (device_id, no, contract_no, from_id, to_id, state, receipt, loses,
                                        asked_by, asked_at, lapses_at, ended_at)
    select device_id, 1, no, holder_id, 'another', '${state}', '{}', '{}', holder_id, '2027-01-01',
           '2099-01-01', ${ended}
      from contracts.contract where state in ('active', 'exhausted') limit 1`;
}

/** A consent on a running contract, of its holder unless it is another's. */
function plantedConsent(holder: "ada" | "another"): string {
  const holderId = holder === "ada" ? "holder_id" : "'another'";
  return `insert into contracts.auto_renewal (device_id, no, contract_no, holder_id, method, product,
                                            price_minor, currency, wording, agreed_by, agreed_at)
    select device_id, 1, no, ${holderId}, 'test_success', product, 100, currency, 'x', 'x', '2027-01-01'
      from contracts.contract as c
     where state in ('active', 'exhausted') and not exists (
       select from contracts.renewal as r where r.device_id = c.device_id)
     limit 1`;
}
