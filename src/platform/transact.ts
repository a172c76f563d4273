import assert from "node:assert/strict";
import type { Socket } from "node:net";
import type pg from "pg";
import type { Caller } from "./caller.ts";
import { type Queryable, send } from "./database.ts";
import { busy, codeOf, databaseTrouble, isConnectionLost } from "./databaseTrouble.ts";
import { type Epilogue, emptyEpilogue, type KeptReply, writeEpilogue } from "./epilogue.ts";
import type { DomainEvent } from "./event.ts";
import type { Job } from "./jobs.ts";
import type { Platform } from "./platform.ts";

/** One transaction: its instant, who asked, and the only ways to write. */
export interface Tx extends Queryable {
  /** Read from the clock once, at the start; stored with whatever is decided. */
  readonly at: Temporal.Instant;
  readonly caller: Caller;
  readonly platform: Platform;
  /** How many statements this transaction has sent, begin and commit included. Acts have a budget. */
  readonly statements: number;
  /**
   * Appends events to the chain of a locked root, and enqueues the jobs that react to them. Written at the
   * end.
   */
  record(rootId: string, events: readonly DomainEvent[]): void;
  /** Enqueues a job that is delivered only if this transaction commits. Written at the end. */
  enqueue<Data extends object>(job: Job<Data>, data: Data): void;
  /** Sets a deadline of a root, or moves it. Written at the end. */
  schedule(rootId: string, kind: string, key: string, dueAt: Temporal.Instant): void;
  /** Says that a deadline is not needed any more. Written at the end. */
  meet(rootId: string, kind: string, key: string): void;
  /** Keeps the answer to a claimed idempotency key. Written at the end. */
  keep(answer: KeptReply): void;
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

/**
 * Runs `work` in one READ COMMITTED transaction. Tried again on deadlock and on a lost connection.
 * A COMMIT whose answer was lost is unknown: running again is right because whoever has effects that
 * must not be doubled writes its idempotency row, or a guarded update, in the same transaction.
 * Errors: Problem 503 when the database stays away, is busy or has no room.
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
      const isLost = isConnectionLost(error);
      if (!isLost && !TRY_AGAIN.has(codeOf(error))) {
        throw databaseTrouble(error) ?? error;
      }
      if (pause === undefined) {
        throw databaseTrouble(error) ?? busy(error);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw new Error("unreachable: the last pause is undefined");
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
    await tx.finish();
    platform.jobs.notify(tx.epilogue.jobs.map(({ name }) => name));
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

/** The transaction as its runner sees it: what it leaves behind, and how it is committed. */
interface RunningTx extends Tx {
  readonly epilogue: Epilogue;
  finish(): Promise<void>;
}

async function begin(platform: Platform, caller: Caller, client: pg.ClientBase): Promise<RunningTx> {
  const results = (await client.query(platform.clock.beginAndRead)) as unknown as [unknown, pg.QueryResult];
  const at = (results[1].rows[0] as { at: Temporal.Instant }).at;
  const epilogue = emptyEpilogue();
  let statements = 1;
  const query: Queryable["query"] = (statement, values) => {
    statements += 1;
    platform.metrics.countStatement(statement.name);
    sendTogether(client);
    return send(client, statement, values);
  };
  return {
    at,
    caller,
    platform,
    query,
    epilogue,
    get statements() {
      return statements;
    },
    ...collectors(platform, epilogue),
    finish: async () => {
      statements += 1;
      // Sent together: after an epilogue that failed, the database answers a commit by rolling back.
      const written = writeEpilogue({ query }, at, caller.id, epilogue);
      const [, committed] = await Promise.all([written, client.query("commit")]);
      assert(committed.command === "COMMIT", "a statement failed, and whoever sent it did not say so");
    },
  };
}

/** What is sent before the next turn of the event loop leaves in one write. */
function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

type Collectors = Pick<Tx, "record" | "enqueue" | "schedule" | "meet" | "keep">;

function collectors(platform: Platform, epilogue: Epilogue): Collectors {
  const { events, deadlines, jobs } = epilogue;
  const enqueue = (name: string, data: object): void => {
    jobs.push({ name, data });
  };
  const word = (rootId: string, kind: string, key: string, dueAt: Temporal.Instant | undefined): void => {
    deadlines.set(`${rootId} ${kind} ${key}`, { rootId, kind, key, dueAt });
  };
  return {
    enqueue: (job, data) => enqueue(job.name, data),
    schedule: word,
    meet: (rootId, kind, key) => word(rootId, kind, key, undefined),
    keep: (answer) => {
      epilogue.answer = answer;
    },
    record: (rootId, recorded) => {
      for (const event of recorded) {
        events.push({ rootId, event });
        for (const { job, data } of platform.reactionsTo(event, rootId)) {
          enqueue(job, data);
        }
      }
    },
  };
}
