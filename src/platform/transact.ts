import type pg from "pg";
import type { Caller } from "./caller.ts";
import { type Queryable, send } from "./database.ts";
import { setDeadline } from "./deadline.ts";
import { appendEvents, type DomainEvent } from "./event.ts";
import type { Job } from "./jobs.ts";
import type { Platform } from "./platform.ts";
import { Problem } from "./problem.ts";

/** One transaction: its instant, who asked, and the only ways to write. */
export interface Tx extends Queryable {
  /** Read from the clock once, at the start; stored with whatever is decided. */
  readonly at: Temporal.Instant;
  readonly caller: Caller;
  readonly platform: Platform;
  /** How many statements this transaction has sent, its begin included. Acts have a budget. */
  readonly statements: number;
  /** Appends events to the chain of a locked root and enqueues the jobs that react to them. */
  record(rootId: string, events: readonly DomainEvent[]): Promise<void>;
  /** Enqueues a job that is delivered only if this transaction commits. */
  enqueue<Data extends object>(job: Job<Data>, data: Data): Promise<void>;
  /** Sets a deadline of a root. */
  schedule(rootId: string, kind: string, key: string, dueAt: Temporal.Instant): Promise<void>;
}

/** Ends a transaction without keeping it, and still answers. Used by dry runs and refusals. */
export class Rollback<Answer> {
  readonly answer: Answer;
  constructor(answer: Answer) {
    this.answer = answer;
  }
}

/** How often a transaction is tried again when the database asks for it, and the pause before each try. */
const PAUSES_MS: readonly number[] = [5, 40, 200, 600, 1500];
const TRY_AGAIN = new Set(["40001", "40P01"]);
/** The server went away: nothing of this transaction stands unless its COMMIT had been sent. */
const CONNECTION_LOST = /^(08...|57P0[123]|25006|ECONN\w+|EPIPE|ENOENT)$/;

/**
 * Runs `work` in one READ COMMITTED transaction. Tried again on deadlock and on a lost connection.
 * A COMMIT whose answer was lost is unknown: running again is right because whoever has effects that
 * must not be doubled writes its idempotency row, or a guarded update, in the same transaction.
 * Errors: Problem 503 when the database stays away.
 */
export async function transact<Answer>(
  platform: Platform,
  caller: Caller,
  work: (tx: Tx) => Promise<Answer | Rollback<Answer>>,
): Promise<Answer> {
  for (const pause of [...PAUSES_MS, undefined]) {
    try {
      return await tryOnce(platform, caller, work);
    } catch (error) {
      const code = codeOf(error);
      if (!TRY_AGAIN.has(code) && !isConnectionLost(error)) {
        throw error;
      }
      if (pause === undefined) {
        throw databaseAway(error);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw new Error("unreachable: the last pause is undefined");
}

function databaseAway(cause: unknown): Problem {
  const detail = "The database does not answer. Nothing is lost; send it again.";
  return new Problem(503, "database_away", detail, { retryAfterSeconds: 2, cause });
}

async function tryOnce<Answer>(
  platform: Platform,
  caller: Caller,
  work: (tx: Tx) => Promise<Answer | Rollback<Answer>>,
): Promise<Answer> {
  const client = await platform.database.pool.connect();
  let broken: Error | undefined;
  try {
    const tx = await begin(platform, caller, client);
    const answer = await work(tx);
    if (answer instanceof Rollback) {
      await client.query("rollback");
      return answer.answer;
    }
    await client.query("commit");
    platform.jobs.notify(tx.enqueued);
    return answer;
  } catch (error) {
    broken = isConnectionLost(error) ? (error as Error) : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rollBack(client: pg.ClientBase): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function begin(
  platform: Platform,
  caller: Caller,
  client: pg.ClientBase,
): Promise<Tx & { readonly enqueued: Set<string> }> {
  const results = (await client.query(platform.clock.beginAndRead)) as unknown as [unknown, pg.QueryResult];
  const at = (results[1].rows[0] as { at: Temporal.Instant }).at;
  const enqueued = new Set<string>();
  let statements = 1;
  const query: Queryable["query"] = (statement, values) => {
    statements += 1;
    platform.metrics.countStatement(statement.name);
    return send(client, statement, values);
  };
  const db: Queryable = { query };
  const enqueue = async (name: string, data: object): Promise<void> => {
    enqueued.add(name);
    await platform.jobs.insert(db, name, data);
  };
  return {
    at,
    caller,
    platform,
    query,
    enqueued,
    get statements() {
      return statements;
    },
    enqueue: (job, data) => enqueue(job.name, data),
    schedule: async (rootId, kind, key, dueAt) => {
      await setDeadline(db, rootId, kind, key, dueAt);
    },
    record: async (rootId, events) => {
      const bodies = events.map(({ type: _, ...body }) => JSON.stringify(body));
      const reacting = events.flatMap((event) => platform.reactionsTo(event, rootId));
      await Promise.all([
        appendEvents(
          db,
          rootId,
          at,
          caller.id,
          events.map((event) => event.type),
          bodies,
        ),
        ...reacting.map(({ job, data }) => enqueue(job, data)),
      ]);
    },
  };
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : "";
}

/** Whether the connection, not the statement, failed. */
export function isConnectionLost(error: unknown): boolean {
  return (
    CONNECTION_LOST.test(codeOf(error)) ||
    (error instanceof Error && /Connection terminated|connection error|not queryable/i.test(error.message))
  );
}

/** Whether a lock could not be had in time. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === "55P03";
}
