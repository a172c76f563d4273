import type { Caller } from "./caller.ts";
import type { Clock, TestClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database.ts";
import type { Disk } from "./disk.ts";
import type { DomainEvent } from "./event.ts";
import type { Files } from "./files/files.ts";
import type { Following, Jobs } from "./job.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail.ts";
import type { Metrics } from "./metrics.ts";
import type { Module } from "./module.ts";
import type { Secrets } from "./secrets.ts";
import type { Traffic } from "./traffic.ts";

/** The only door outside. One per process; everything a module needs of the world hangs here. */
export interface Platform {
  readonly config: Config;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly clock: Clock | TestClock;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly disk: Disk;
  /** What people send us. */
  readonly files: Files;
  readonly metrics: Metrics;
  readonly modules: readonly Module[];
  /** Keys being worked on in this process, so that a second request is told at once. */
  readonly inFlight: Set<string>;
  /** The requests this process works on, whatever their keys. */
  readonly traffic: Traffic;
  /** Asks identity's table. */
  readonly permits: (caller: Caller, permission: string) => boolean;
  readonly deadlineKinds: ReadonlyMap<string, NonNullable<Module["deadlines"]>[number]>;
  /** What follows an event. */
  reactionsTo(event: DomainEvent, rootId: string): readonly Following[];
}
