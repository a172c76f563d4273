const source = (more: string): string =>
  `alter table contracts.warranty_source drop constraint warranty_source_proof;
   insert into contracts.warranty_source (device_id, no, what, told_on, told_by, reason, at, actor)
   select device_id, 90, 'purchased', '2026-01-01', ${more}, 'planted', now(), 'x'
     from contracts.device order by device_id limit 1;`;
const version = (basis: string): string =>
  `insert into contracts.warranty
     (device_id, no, component, kind, basis, source_no, starts_on, zone, ends_at, reason, at, actor)
   select device_id, 90, 'device', 'started', '${basis}', 90, '2026-01-01', 'UTC', '2027-01-02', 'planted',
     now(), 'x'
     from contracts.warranty_source where no = 90;
   update contracts.device as d set warranty_ends_at = '2027-01-02'
     from contracts.warranty_source as s where s.device_id = d.device_id and s.no = 90;`;
/** A recovery of nobody's agreement and no case, as one that was sent. */
const recovery = (state: string): string =>
  `alter table service.recovery drop constraint recovery_claim, drop constraint recovery_supplier;
   insert into service.recovery
     (device_id, no, claim_no, supplier, serial, model, programme, region, zone, state, currency,
      amount_minor,
      lines, answer_days, made_at, due_at, pack, sent_at, answer_due_at, accepted_minor, paid_at, credit_id)
   select 'planted', 1, 1, 'acme', 'S', 'm', 'p', 'EU', 'UTC', '${state}', 'EUR', 100, '[]', 9, now(), now(),
          '{}', now(), now(), case '${state}' when 'paid' then 100 end,
          case '${state}' when 'paid' then now() end,
          case '${state}' when 'paid' then 'planted' end;`;

/** Warranties and recoveries as they must never be. */
export const plantedWarranties: readonly (readonly [number, string, string])[] = [
  [
    61,
    "an end of a warranty that no record says",
    `update contracts.device set warranty_ends_at = '2099-01-01'
      where device_id = (select min(device_id) from contracts.device)`,
  ],
  [61, "a warranty that rests on somebody's word alone", `${source("'office'")} ${version("purchased")}`],
  [61, "a warranty that rests on another source than it says", `${source("'registry'")} ${version("made")}`],
  [62, "a recovery that was sent and is not in the books", recovery("sent")],
  [
    62,
    "a payment that is not what it paid",
    `${recovery("paid")}
    alter table money.bank_credit drop constraint bank_credit_assigned;
    insert into money.bank_credit
      (credit_id, bank_id, amount_minor, currency, reference, booked_on, state, created_at, created_by)
    values ('planted', 'planted', 90, 'EUR', '', '2026-01-01', 'assigned', now(), 'x')`,
  ],
  [
    62,
    "a recovery of a case that is open",
    `${recovery("paid")}
    alter table claims.claim drop constraint claim_closed;
    update claims.claim set state = 'shipped';
    update service.recovery set device_id = c.device_id, claim_no = c.no
      from (select device_id, no from claims.claim limit 1) as c`,
  ],
];
