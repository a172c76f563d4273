import type { ReadContext, Route } from "./act.ts";
import type { DeadlineKind } from "./deadline.ts";
import type { Job, Reaction } from "./job.ts";
import type { Tx } from "./transact.ts";

/** What a module gives to the whole: its routes, its jobs, what follows its events, what its deadlines do. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs?: readonly Job<never>[];
  readonly reactions?: readonly Reaction[];
  readonly deadlines?: readonly DeadlineKind[];
  /** Locks a root that this module owns (a device, an order); answers false when it is none of its own. */
  readonly lockRoot?: (tx: Tx, rootId: string) => Promise<boolean>;
  /** Locks all at once, in the order of their ids, and answers which of these roots it owns. */
  readonly lockRoots?: (tx: Tx, rootIds: readonly string[]) => Promise<readonly string[]>;
  /** The same for roots of which little happens to each: asked after the others. */
  readonly lockSeldomRoot?: (tx: Tx, rootId: string) => Promise<boolean>;
  /** The public ids of the things of this module that are the caller's own, as its lists show them. */
  readonly ownIds?: (db: ReadContext) => Promise<readonly string[]>;
  /** The customer group whose prices the caller pays; undefined where this module knows of none. */
  readonly customerGroupOf?: (db: ReadContext) => Promise<string | undefined>;
  /**
   * The day by which one piece of goods is there that is ordered now: of this supplier, null for our own, and
   * so many lead days.
   */
  readonly promiseOf?: (
    db: ReadContext,
    goods: { readonly supplier: string | null; readonly leadDays: number },
  ) => Promise<Temporal.PlainDate | undefined>;
}
