import type { Static, TObject, TSchema } from "typebox";
import type { Caller } from "./caller.ts";
import type { Queryable } from "./database.ts";
import type { Decision, Refusal } from "./decision.ts";
import type { Platform } from "./platform.ts";
import type { Tx } from "./transact.ts";

/** Where a route is served: method, a space, the path with `{names}`. */
export type RoutePath = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

/** What an act or a read has in common: where it is served, who may, and its shapes. */
export interface RouteShape {
  readonly route: RoutePath;
  /** A row of `identity/permissions.ts`. */
  readonly permission: string;
  /** One sentence for the API reference. */
  readonly summary: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly reply: TSchema;
}

/** Something done: parse, transact, load, decide, save, reply. */
export interface Act<Command = never, Reply = unknown> extends RouteShape {
  readonly kind: "act";
  readonly body?: TSchema;
  /** HTTP status of the reply; 200 unless said. */
  readonly status?: number;
  /** `?dryRun=true` decides, answers and keeps nothing. */
  readonly dryRun?: boolean;
  /**
   * A question in the form of a command, because it is asked in a body: refused, it answers 200 with the
   * refusal.
   */
  readonly isQuestion?: boolean;
  /**
   * Set when the reply holds a secret, which is never kept. A repeated key is refused where the secret is
   * shown once (409 `answer_shown_once`), and runs the act again where it may be shown again.
   */
  readonly secretReply?: "shown_once" | "shown_again";
  /**
   * What the work begins with and needs no instant for: it locks its root and reads what stands there. Sent
   * with the begin, which saves a round trip; what it finds is the work's last argument.
   */
  readonly opening?: (db: Queryable, command: Command) => Promise<unknown>;
  /** The work in one transaction. A refusal rolls back whatever was written before it. */
  readonly run: (
    tx: Tx,
    command: Command,
    at: Temporal.Instant,
    opened?: unknown,
  ) => Promise<Decision<Reply>>;
  /** After the commit: waits (bounded) for what a job does next, so that the reply can already tell. */
  settle?(platform: Platform, caller: Caller, reply: Reply): Promise<Reply>;
  /** After a refusal was rolled back: what is remembered all the same, a wrong try. May throw a Problem. */
  refused?(platform: Platform, caller: Caller, command: Command, refusal: Refusal): Promise<void>;
}

/** How an answer may be kept: its tag, and whether its address will answer so for ever. */
export interface Kept {
  readonly tag: string;
  readonly isForEver: boolean;
}

/** A question: nothing is written, and nothing is kept of what was asked. */
export interface Read<Question = never, Reply = unknown> extends RouteShape {
  readonly kind: "read";
  /** What is asked by POST in a body, since it may hold what must stand in no address and no log. */
  readonly body?: TObject;
  /** Says of a public answer how it may be kept; without it nobody keeps it. */
  kept?(question: Question, reply: Reply): Kept;
  /**
   * A page that is also given as CSV, all of its pages in one: `?format=csv`, or `Accept: text/csv`. Its
   * query has the fields of `PageQuery`.
   */
  readonly csv?: boolean;
  readonly run: (db: ReadContext, question: Question) => Promise<Reply>;
}

/** What a read has: a way to ask the database, the time, and who asks. */
export interface ReadContext extends Queryable {
  readonly at: Temporal.Instant;
  readonly caller: Caller;
  readonly platform: Platform;
}

type Of<Schema> = Schema extends TSchema ? Static<Schema> : object;

/** Defines an act. The command is its body and its path parameters in one object. */
export function act<
  Reply extends TSchema,
  Body extends TSchema | undefined = undefined,
  Params extends TObject | undefined = undefined,
  Opened = undefined,
>(definition: {
  readonly route: RoutePath;
  readonly permission: string;
  readonly summary: string;
  readonly params?: Params;
  readonly body?: Body;
  readonly reply: Reply;
  readonly status?: number;
  readonly dryRun?: boolean;
  readonly isQuestion?: boolean;
  readonly secretReply?: "shown_once" | "shown_again";
  readonly opening?: (db: Queryable, command: Of<Body> & Of<Params>) => Promise<Opened>;
  readonly run: (
    tx: Tx,
    command: Of<Body> & Of<Params>,
    at: Temporal.Instant,
    opened: Opened,
  ) => Promise<Decision<Static<Reply>>>;
  readonly settle?: (platform: Platform, caller: Caller, reply: Static<Reply>) => Promise<Static<Reply>>;
  readonly refused?: (
    platform: Platform,
    caller: Caller,
    command: Of<Body> & Of<Params>,
    refusal: Refusal,
  ) => Promise<void>;
}): Act<Of<Body> & Of<Params>, Static<Reply>> {
  return { kind: "act", ...definition } as Act<Of<Body> & Of<Params>, Static<Reply>>;
}

/** Defines a read. The question is its query string, its body and its path parameters in one object. */
export function read<
  Reply extends TSchema,
  Query extends TObject | undefined = undefined,
  Params extends TObject | undefined = undefined,
  Body extends TObject | undefined = undefined,
>(definition: {
  readonly route: RoutePath;
  readonly permission: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  readonly kept?: (question: Of<Query> & Of<Params>, reply: Static<Reply>) => Kept;
  readonly csv?: boolean;
  readonly run: (db: ReadContext, question: Of<Query> & Of<Params> & Of<Body>) => Promise<Static<Reply>>;
}): Read<Of<Query> & Of<Params> & Of<Body>, Static<Reply>> {
  return { kind: "read", ...definition } as Read<Of<Query> & Of<Params> & Of<Body>, Static<Reply>>;
}

/** Any route a module offers. */
export type Route = Act<never, unknown> | Read<never, unknown>;
