import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type pg from "pg";
import type { Caller } from "./caller.ts";
import { type Queryable, send } from "./database.ts";
import { busy, codeOf, databaseTrouble, isConnectionLost } from "./databaseTrouble.ts";
import { type Epilogue, emptyEpilogue, type KeptReply, writeEpilogue } from "./epilogue.ts";
import type { DomainEvent } from "./event.ts";
import type { Job } from "./job.ts";
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

/** What a transaction does; the second argument is what its opening found. */
export type Work<Answer, Found = undefined> = (tx: Tx, found?: Found) => Promise<Answer | Rollback<Answer>>;

/** What is sent with the begin: a statement that does not need the transaction's instant. */
export type Opening<Found> = (db: Queryable) => Promise<Found>;

/** How often a transaction is tried again when the database asks for it, and the pause before each try. */
const PAUSES_MS: readonly number[] = [5, 40, 200, 600, 1500];
const TRY_AGAIN = new Set(["40001", "40P01"]);
/** A statement was not run because one before it failed. */
const ABORTED = "25P02";

/**
 * Runs `work` in one READ COMMITTED transaction. Tried again on deadlock and on a lost connection.
 * A COMMIT whose answer was lost is unknown: running again is right because whoever has effects that
 * must not be doubled writes its idempotency row, or a guarded update, in the same transaction.
 * Errors: Problem 503 when the database stays away, is busy or has no room.
 */
export async function transact<Answer, Found = undefined>(
  platform: Platform,
  caller: Caller,
  work: Work<Answer, Found>,
  opening?: Opening<Found>,
): Promise<Answer> {
  return await persist(platform, caller, { work, opening, takesAlong: true }).catch(
    async (error: unknown) => {
      if (!(error instanceof NotAlong)) {
        throw error;
      }
      // What was to go along must not hold up what it goes along with.
      platform.log.error(
        { err: error.cause },
        "what follows an event could not go along: it is left to its job",
      );
      return await persist(platform, caller, { work, opening, takesAlong: false });
    },
  );
}

/** What follows an event could not be done beside it. */
class NotAlong extends Error {}

/** A transaction as it is asked for. */
interface Asked<Answer, Found> {
  readonly work: Work<Answer, Found>;
  readonly opening: Opening<Found> | undefined;
  readonly takesAlong: boolean;
}

async function persist<Answer, Found>(
  platform: Platform,
  caller: Caller,
  asked: Asked<Answer, Found>,
): Promise<Answer> {
  for (const pause of [...PAUSES_MS, undefined]) {
    try {
      return await tryOnce(platform, caller, asked);
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

async function tryOnce<Answer, Found>(
  platform: Platform,
  caller: Caller,
  { work, opening, takesAlong }: Asked<Answer, Found>,
): Promise<Answer> {
  const client = await platform.database.pool.connect();
  let broken: Error | undefined;
  const errors: unknown[] = [];
  try {
    const { tx, found } = await begin(platform, caller, client, { opening, errors });
    const answer = await work(tx, found);
    if (answer instanceof Rollback) {
      await client.query("rollback");
      return answer.answer;
    }
    await followAlong(tx, takesAlong);
    await tx.finish();
    platform.jobs.notify(tx.epilogue.jobs);
    return answer;
  } catch (caught) {
    // Of statements sent together the first that fails says why; the others say only that something did.
    const error = codeOf(caught) === ABORTED ? (errors[0] ?? caught) : caught;
    broken = isConnectionLost(error) ? (error as Error) : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Does what can be done at once of what follows; the rest, and all of it when told so, is for jobs. */
async function followAlong(tx: RunningTx, takesAlong: boolean): Promise<void> {
  const { following, jobs } = tx.epilogue;
  // What is done may record events of its own, which something follows again.
  for (let now = following.splice(0); now.length > 0; now = following.splice(0)) {
    const done = await Promise.all(
      now.map(async ({ along, data }) => takesAlong && along !== undefined && (await along(tx, data))),
    ).catch((cause: unknown) => {
      const isPassing = isConnectionLost(cause) || TRY_AGAIN.has(codeOf(cause));
      throw isPassing ? cause : new NotAlong("what follows could not be done at once", { cause });
    });
    const left = now.filter((_, place) => !done[place]);
    jobs.push(...left.map(({ job, data }) => ({ id: randomUUID(), name: job, data })));
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

async function begin<Found>(
  platform: Platform,
  caller: Caller,
  client: pg.ClientBase,
  { opening, errors }: { readonly opening: Opening<Found> | undefined; readonly errors: unknown[] },
): Promise<{ readonly tx: RunningTx; readonly found: Found | undefined }> {
  let statements = 1;
  const query: Queryable["query"] = (statement, values) => {
    statements += 1;
    platform.metrics.countStatement(statement.name);
    sendTogether(client);
    const sent = send(client, statement, values);
    sent.catch((error: unknown) => errors.push(error));
    return sent;
  };
  sendTogether(client);
  const [results, found] = await Promise.all([
    client.query(platform.clock.beginAndRead) as unknown as Promise<[unknown, pg.QueryResult]>,
    opening?.({ query }),
  ]);
  const at = (results[1].rows[0] as { at: Temporal.Instant }).at;
  const epilogue = emptyEpilogue();
  const tx: RunningTx = {
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
  return { tx, found };
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
  const { events, deadlines, jobs, following } = epilogue;
  const enqueue = (name: string, data: object): void => {
    jobs.push({ id: randomUUID(), name, data });
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
        following.push(...platform.reactionsTo(event, rootId));
      }
    },
  };
}
