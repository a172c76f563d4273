/** What must never be true of codes and their batches, done as the owner of the tables. */
export const plantedCodes: readonly (readonly [number, string, string])[] = [
  [
    5,
    "codes that are held for an order nobody has to pay any more",
    `alter table contracts.code drop constraint code_sold;
    update contracts.code set state = 'stock', sold_at = null, delivered_at = null
     where state = 'sold'`,
  ],
  [
    5,
    "a code that was issued anew as one of another sale",
    `update contracts.code set state = 'void', replaced_by = '\\x01' where state = 'sold'`,
  ],
  [
    6,
    "a code that is good after its last day",
    `update contracts.code
      set last_use_on = '2020-01-01', expires_at = '2020-01-02T00:00:00Z' where state = 'sold'`,
  ],
  [
    6,
    "a batch of which one code is missing",
    `insert into contracts.code_batch (batch_id, programme, plan, sku, models, region, quantity, made, state,
                                       asked_by, asked_at, decided_by, decided_at)
     values ('batch', 'p', 'plan', 'sku', '{m}', 'EU', 2, 2, 'released', 'one', now(), 'two', now());
    update contracts.code set batch_id = 'batch'
     where code_digest = (select min(code_digest) from contracts.code where state = 'sold')`,
  ],
  [
    6,
    "a good code of a batch that was taken out of use",
    `insert into contracts.code_batch (batch_id, programme, plan, sku, models, region, quantity, made, state,
                                       asked_by, asked_at, decided_by, decided_at, void_asked_by,
                                       void_asked_at, void_reason, voided_by, voided_at)
     values ('batch', 'p', 'plan', 'sku', '{m}', 'EU', 1, 1, 'voided', 'one', now(), 'two', now(), 'one',
             now(), 'stolen', 'two', now());
    update contracts.code set batch_id = 'batch'
     where code_digest = (select min(code_digest) from contracts.code where state = 'sold')`,
  ],
  [
    33,
    "a code that ended while its sale is owed",
    "update contracts.code set state = 'expired' where state = 'sold'",
  ],
];
