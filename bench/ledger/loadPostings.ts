import pg from "pg";

const CHUNK = 500_000;

/**
 * Fills one account with this many postings over two years, and its months with their sums, as posting
 * leaves them.
 */
export async function loadPostings(
  connection: pg.ClientConfig,
  { debit, credit, count }: { readonly debit: number; readonly credit: number; readonly count: number },
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query("set session_replication_role = replica; set synchronous_commit = off");
  for (let from = 0; from < count; from += CHUNK) {
    await client.query(
      `insert into money.posting
         (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency, charge_no)
       select lpad(to_hex(no), 26, '0'), 1, 'charge/1/captured', 1,
              now() - interval '730 days' * (1 - no / $1::double precision), $2, $3, 1 + no % 10000, 'EUR', 1
         from generate_series($4::integer, $5::integer) as no`,
      [count, debit, credit, from + 1, Math.min(count, from + CHUNK)],
    );
  }
  await client.query(
    `insert into money.account_month as month
       (account_id, month_on, slice, debit_minor, credit_minor, postings)
     select account_id, date_trunc('month', at at time zone 'UTC')::date, abs(hashtext(root_id)) % 16,
            sum(debit), sum(credit), count(*)
       from (select debit_id as account_id, at, root_id, amount_minor as debit, 0 as credit
               from money.posting where debit_id = $1
             union all
             select credit_id, at, root_id, 0, amount_minor
               from money.posting where credit_id = $2 and debit_id = $1) as sides
      group by 1, 2, 3
     on conflict (account_id, month_on, slice) do update
       set debit_minor = excluded.debit_minor, credit_minor = excluded.credit_minor,
           postings = excluded.postings`,
    [debit, credit],
  );
  await client.query("vacuum analyze money.posting");
  await client.query("vacuum analyze money.account_month");
  // Else the load is still being written while reads are timed.
  await client.query("checkpoint");
  await client.end();
}
