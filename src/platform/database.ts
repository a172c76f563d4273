import assert from "node:assert/strict";
import pg from "pg";

/** Anything a statement can be sent to: a transaction, or the pool for a read of its own. */
export interface Queryable {
  query(statement: Statement, values: readonly unknown[]): Promise<pg.QueryResult>;
}

/** A named, prepared statement. The name is unique in the process; the text never changes. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) =>
  Temporal.Instant.from(withFullOffset(text)),
);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => Temporal.PlainDate.from(text));
types.setTypeParser(pg.types.builtins.INT8, (text: string) => safeInteger(text));

/** PostgreSQL prints an offset as `+00`; Temporal reads that, and wants `T` or a space before the time. */
function withFullOffset(text: string): string {
  return text.replace(" ", "T");
}

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `an int8 beyond 2^53: ${text}`);
  return value;
}

/** Where the server is and how many connections to hold. `role` is taken on at connect (least privilege). */
export interface DatabaseOptions {
  readonly connection: pg.PoolConfig;
  readonly poolSize: number;
  readonly role?: string | undefined;
}

/** The application's pool. Connections pipeline: statements sent together travel together. */
export interface Database extends Queryable {
  readonly pool: pg.Pool;
  /**
   * For a statement that stands by itself although its caller is in a transaction. It has a connection of its
   * own: in the pool it would wait for those who wait for that transaction.
   */
  readonly beside: Queryable;
  close(): Promise<void>;
}

/** How long a caller waits for a connection, and a statement for a lock. */
const PATIENCE_MS = 10_000;

/** Opens the pool. Lost idle connections are the pool's business, not the end of the process. */
export function openDatabase(options: DatabaseOptions): Database {
  const settings = [
    ...(options.role === undefined ? [] : [`-c role=${options.role}`]),
    `-c lock_timeout=${PATIENCE_MS}`,
    "-c idle_in_transaction_session_timeout=30s",
    "-c timezone=UTC",
  ];
  const open = (max: number): pg.Pool => {
    const pool = new pg.Pool({
      ...options.connection,
      max,
      connectionTimeoutMillis: PATIENCE_MS,
      pipeline: true,
      options: settings.join(" "),
      types,
    } as pg.PoolConfig);
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    return pool;
  };
  const pool = open(options.poolSize);
  const single = open(1);
  return {
    pool,
    beside: { query: (statement, values) => send(single, statement, values) },
    query: (statement, values) => send(pool, statement, values),
    close: async () => {
      await Promise.all([pool.end(), single.end()]);
    },
  };
}

/** Sends one prepared statement. Temporal values and plain objects become text PostgreSQL reads. */
export function send(
  target: pg.Pool | pg.ClientBase,
  statement: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult> {
  return target.query({ name: statement.name, text: statement.text, values: values.map(toParameter) });
}

function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) {
    return value.toString();
  }
  if (Array.isArray(value)) {
    return value.map(toParameter);
  }
  return value;
}

const names = new Set<string>();

function statement(name: string, text: string): Statement {
  assert(!names.has(name), `two statements are called ${name}`);
  names.add(name);
  return { name, text };
}

/** A statement that answers with exactly one row. */
export function one<Row>(name: string, text: string): (db: Queryable, ...values: unknown[]) => Promise<Row> {
  const prepared = statement(name, text);
  return async (db, ...values) => {
    const { rows } = await db.query(prepared, values);
    assert(rows.length === 1, `${name} answered ${rows.length} rows, not one`);
    return rows[0] as Row;
  };
}

/** A statement that answers with one row or none. A guarded update is one of these: none means too late. */
export function maybeOne<Row>(
  name: string,
  text: string,
): (db: Queryable, ...values: unknown[]) => Promise<Row | undefined> {
  const prepared = statement(name, text);
  return async (db, ...values) => {
    const { rows } = await db.query(prepared, values);
    assert(rows.length <= 1, `${name} answered ${rows.length} rows, not one or none`);
    return rows[0] as Row | undefined;
  };
}

/** A statement that answers with rows. */
export function many<Row>(
  name: string,
  text: string,
): (db: Queryable, ...values: unknown[]) => Promise<Row[]> {
  const prepared = statement(name, text);
  return async (db, ...values) => (await db.query(prepared, values)).rows as Row[];
}

/** A statement sent for its effect; answers with the number of rows it touched. */
export function effect(name: string, text: string): (db: Queryable, ...values: unknown[]) => Promise<number> {
  const prepared = statement(name, text);
  return async (db, ...values) => (await db.query(prepared, values)).rowCount ?? 0;
}
