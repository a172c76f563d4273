import type { Queryable } from "./database.ts";
import type { DomainEvent } from "./event.ts";
import type { Platform } from "./platform.ts";
import type { Tx } from "./transact.ts";

/** Work that follows a committed transaction. Runs at least once, so its effects are idempotent. */
export interface Job<Data extends object = object> {
  readonly name: string;
  readonly run: (platform: Platform, data: Data) => Promise<void>;
  /** Runs jobs that wait at the same time, where that costs less than one by one. */
  readonly runTogether?: (platform: Platform, data: readonly Data[]) => Promise<Faults>;
  /** How many run at once; two where it is not said. More for what somebody waits for. */
  readonly lanes?: number;
  /** While requests are many, jobs younger than this wait for them. Without it, they do not wait. */
  readonly canWaitMs?: number;
  /** Begins as soon as it is committed, without the queue, because somebody waits for what it does. */
  readonly beginsAtOnce?: boolean;
}

/** What went wrong, by the place of the job it went wrong with; the others are done. */
export type Faults = ReadonlyMap<number, unknown>;

/**
 * What follows an event: the job, and the data made from the event; nothing follows where that is undefined.
 */
export interface Reaction {
  readonly on: string;
  readonly job: Job<never>;
  readonly data: (event: DomainEvent, rootId: string) => object | undefined;
  readonly missed?: Missed<object> | undefined;
  readonly along?: Along<object> | undefined;
}

/** What follows an event that was recorded: a job with its data, or the same at once. */
export interface Following {
  readonly job: string;
  readonly data: object;
  readonly along?: Along<object> | undefined;
}

/**
 * Does what a job would do, in the transaction that records its event and has locked its root: one commit
 * instead of two, and nobody waits for a queue. Answers false, having written nothing, where it is for the
 * job. When it throws, the transaction runs again and leaves all of this to jobs.
 */
export type Along<Data> = (tx: Tx, data: Data) => Promise<boolean>;

/** The data of jobs whose effect is not there although their event was recorded before this instant. */
export type Missed<Data> = (db: Queryable, before: Temporal.Instant) => Promise<Data[]>;

/**
 * A reaction typed by its job's data. Give `missed` where money would be kept for nothing without the job,
 * and `along` where the event's own transaction can do it for few statements.
 */
export function reaction<Data extends object>(
  on: string,
  job: Job<Data>,
  data: (event: DomainEvent, rootId: string) => Data | undefined,
  missed?: Missed<Data>,
  along?: Along<Data>,
): Reaction {
  return { on, job: job as unknown as Job<never>, data, missed, along: along as Along<object> | undefined };
}

/** A job as a transaction asks for it; by its id the queue has it too. */
export interface AskedJob {
  readonly id: string;
  readonly name: string;
  readonly data: object;
}

/** The queue. Jobs are rows in the database, inserted by the caller's transaction. */
export interface Jobs {
  /** These were committed: begins those that begin at once, and wakes the workers of all. */
  notify(jobs: readonly AskedJob[]): void;
  /** Resolves when nothing is waiting or running. Jobs put off by a failure are not waited for. */
  drained(): Promise<void>;
  stop(): Promise<void>;
}
