import pg from "pg";

/** The accounts a capture moves between, by their ids. */
export interface CaptureAccounts {
  readonly clearing: number;
  readonly deferred: number;
  readonly tax: number;
}

const INSERT = `insert into money.posting
    (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency, charge_no)
  values ($1, 1, $2, 1, now(), $3, $4, $5, 'EUR', 1), ($1, 2, $2, 2, now(), $3, $6, $7, 'EUR', 1)`;

const ADD_UP = `insert into money.account_month as month
    (account_id, month_on, slice, debit_minor, credit_minor, postings)
  select id, date_trunc('month', now() at time zone 'UTC')::date, $7, debit, credit, count
    from (values ($1::bigint, $2::bigint, 0::bigint, 2), ($3, 0, $4, 1), ($5, 0, $6, 1))
           as sides(id, debit, credit, count)
   order by id
  on conflict (account_id, month_on, slice) do update
    set debit_minor = month.debit_minor + excluded.debit_minor,
        credit_minor = month.credit_minor + excluded.credit_minor,
        postings = month.postings + excluded.postings`;

/** Opens a bare connection, as the application's role. */
export async function openRaw(connection: pg.ClientConfig): Promise<pg.Client> {
  const options = "-c role=evermend_app -c lock_timeout=10s -c timezone=UTC";
  const client = new pg.Client({ ...connection, options, pipeline: true } as pg.ClientConfig);
  await client.connect();
  return client;
}

/**
 * The rows of a capture, written by one who knows everything beforehand, in as many round trips as posting
 * takes: begin, the rows and their sums together, commit.
 */
export async function postRaw(
  client: pg.Client,
  { clearing, deferred, tax }: CaptureAccounts,
  {
    rootId,
    net,
    vat,
    slice,
  }: { readonly rootId: string; readonly net: number; readonly vat: number; readonly slice: number },
): Promise<boolean> {
  await client.query("begin");
  await Promise.all([
    client.query({
      name: "raw_post",
      text: INSERT,
      values: [rootId, "charge/1/captured", clearing, deferred, net, tax, vat],
    }),
    client.query({
      name: "raw_add",
      text: ADD_UP,
      values: [clearing, net + vat, deferred, net, tax, vat, slice],
    }),
  ]);
  await client.query("commit");
  return true;
}
