import pg from "pg";

/** Every table of an activation, filled as activations fill it; keys sort as ids of that time would. */
const STATEMENTS: readonly string[] = [
  `insert into identity.person (person_id, name, email, created_at)
   select 'p' || id, 'Loaded Owner', 'loaded' || no || '@bench.example', at from loaded`,
  `insert into identity.email_index (email, person_id)
   select 'loaded' || no || '@bench.example', 'p' || id from loaded`,
  `insert into contracts.serial_index (serial, device_id) select 'AC4LOAD' || no, id from loaded`,
  `insert into contracts.device (device_id, serial, model, series, device_group, region, activation,
                                 created_at)
   select id, 'AC4LOAD' || no, 'osmo-action-4', 'osmo-action', 'handheld', 'EU', 'never', at from loaded`,
  `insert into contracts.unit (device_id, no, serial, from_at, reason)
   select id, 1, 'AC4LOAD' || no, at, 'first' from loaded`,
  `insert into contracts.code (code_digest, pepper_version, last4, programme, plan, sku, models, region,
                               state,
                               order_id, line_no, sold_at, delivered_at, redeemed_by, redeemed_at)
   select sha256(convert_to('loaded' || no, 'UTF8')), 1, 'LOAD', programme, product, 'U-3889316',
          '{osmo-action-4}', 'EU', 'redeemed', 'loaded', 1, at, at, 'ctr_' || id || '_1', at from loaded`,
  `insert into contracts.contract (device_id, no, programme, terms_version, product, region, zone, currency,
                                   holder_id, state, starts_at, ends_at, code_digest, receipt, concluded_at)
   select id, 1, programme, terms_version, product, 'EU', zone, currency, 'p' || id, 'active', at,
          at + interval '2 years', sha256(convert_to('loaded' || no, 'UTF8')), receipt, at from loaded`,
  `insert into contracts.benefit_slot (device_id, contract_no, benefit, no)
   select id, 1, 'replacement', slot from loaded, generate_series(1, 3) as slot`,
  `insert into platform.event (root_id, seq, type, at, actor, body, hash)
   select id, 1, 'ContractActivated', at, 'bench', '{}', ''::bytea from loaded`,
  `insert into platform.deadline (root_id, kind, key, due_at)
   select id, 'contract_ends', '1', at + interval '2 years' from loaded`,
];

const CHUNK = 100_000;

/**
 * Fills the database up to this many contracts beside those of the run, as its owner, past the foreign keys.
 */
export async function loadContracts(connection: pg.ClientConfig, upTo: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  const { rows } = await client.query(
    "select count(*)::integer as loaded from contracts.serial_index where serial like 'AC4LOAD%'",
  );
  for (let from = (rows[0] as { loaded: number }).loaded; from < upTo; from += CHUNK) {
    const to = Math.min(upTo, from + CHUNK);
    await client.query(
      `create temp table loaded as
       select no, lpad(to_hex(no), 26, '0') as id, now() - interval '1 day' as at, like_one.*
         from generate_series(${from + 1}, ${to}) as no,
              (select programme, terms_version, product, zone, currency, receipt
                 from contracts.contract limit 1) as like_one`,
    );
    for (const statement of STATEMENTS) {
      await client.query(statement);
    }
    await client.query("drop table loaded");
    console.error(`loaded ${to.toLocaleString("en")} of ${upTo.toLocaleString("en")} contracts`);
  }
  await client.query("vacuum analyze");
  await client.query("checkpoint");
  await client.end();
}
