import assert from "node:assert/strict";
import type { Act, Read, Route } from "./act.ts";
import type { Caller } from "./caller.ts";
import type { Queryable } from "./database.ts";
import type { Decision, Refusal } from "./decision.ts";
import type { KeptReply } from "./epilogue.ts";
import {
  claimingKey,
  type IdempotencyKey,
  type KeptAnswer,
  keptFor,
  keyInFlight,
  keySpace,
} from "./idempotency.ts";
import type { Platform } from "./platform.ts";
import { Problem } from "./problem.ts";
import { type Opening, Rollback, type Tx, transact } from "./transact.ts";

/** How an act is asked for. Without a key its own guards alone keep it from happening twice. */
export interface PerformOptions {
  readonly key?: IdempotencyKey | undefined;
  readonly dryRun?: boolean;
}

/** What came of it: the reply with its status, or the refusal. */
export type Performed<Reply> =
  | { readonly status: number; readonly reply: Reply; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly reply?: undefined; readonly status?: undefined };

/**
 * Performs an act as a caller, for HTTP, the portal, the command line and jobs alike.
 * Errors: Problem 403 when the caller may not, 409 when the same key is in flight or its answer was shown
 * once,
 * 422 when it was another request.
 */
export async function perform<Command, Reply>(
  platform: Platform,
  asking: Caller,
  act: Act<Command, Reply>,
  command: Command,
  options: PerformOptions = {},
): Promise<Performed<Reply>> {
  demandPermission(platform, asking, act);
  const key = options.dryRun === true ? undefined : options.key;
  const { toProve, ...caller } = asking;
  assert(toProve === undefined || key !== undefined, "claiming the key is what proves this caller");
  const claim = key === undefined ? undefined : claimingKey(platform, asking, key);
  const flight =
    key === undefined ? undefined : `${keySpace(platform.secrets, caller, key.fingerprint)} ${key.key}`;
  if (flight !== undefined && platform.inFlight.has(flight)) {
    throw keyInFlight();
  }
  if (flight !== undefined) {
    platform.inFlight.add(flight);
  }
  try {
    // The claim is the first that is sent: whoever asks is proved by it, or nothing is done.
    const work = () => decideAndSave(platform, caller, act, command, { ...options, key, claim });
    const performed = await inTraffic(platform, caller, work);
    return options.dryRun === true ? performed : await settled(platform, caller, act, performed);
  } finally {
    if (flight !== undefined) {
      platform.inFlight.delete(flight);
    }
  }
}

/** Answers a read as a caller. Errors: Problem 403, and whatever the read itself throws (404). */
export async function answer<Question, Reply>(
  platform: Platform,
  caller: Caller,
  read: Read<Question, Reply>,
  question: Question,
): Promise<Reply> {
  demandPermission(platform, caller, read);
  assert(caller.toProve === undefined, "nothing proves a caller who reads");
  const db = {
    at: platform.clock.now(),
    caller,
    platform,
    query: platform.database.query,
  };
  return await inTraffic(platform, caller, () => read.run(db, question));
}

/** What the system does for itself is no request: nobody waits for it. */
async function inTraffic<Answer>(
  { traffic }: Platform,
  { role }: Caller,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return role === "system" ? await work() : await traffic.carry(work);
}

function settledAs<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === "rejected") {
    throw settled.reason;
  }
  return settled.value;
}

/** What an act opened with: whether its key is this request's (undefined: it has none), what it read. */
interface Found {
  readonly isClaimed: boolean | undefined;
  readonly opened: unknown;
}

async function decideAndSave<Command, Reply>(
  platform: Platform,
  caller: Caller,
  act: Act<Command, Reply>,
  command: Command,
  { key, dryRun, claim }: PerformOptions & { readonly claim: Opening<boolean> | undefined },
): Promise<Performed<Reply>> {
  let fresh: Refusal | undefined;
  let measured: Tx | undefined;
  const decide = async (tx: Tx, found?: Found): Promise<Performed<Reply> | Rollback<Performed<Reply>>> => {
    fresh = undefined;
    const kept = key === undefined || found?.isClaimed !== false ? undefined : await keptFor(tx, key);
    if (kept !== undefined && act.secretReply !== "shown_again") {
      return fromKept<Reply>(kept);
    }
    const decision: Decision<Reply> = await act.run(tx, command, tx.at, found?.opened);
    if (decision.refused !== undefined) {
      fresh = decision.refused;
      return new Rollback<Performed<Reply>>({ refused: decision.refused });
    }
    const status = act.status ?? 200;
    const done = { status: dryRun === true ? 200 : status, reply: decision.accepted as Reply };
    if (dryRun === true) {
      return new Rollback<Performed<Reply>>(done);
    }
    if (key !== undefined) {
      tx.keep(
        answerTo(
          platform,
          caller,
          key,
          status,
          act.secretReply === undefined ? { reply: done.reply } : SECRET,
        ),
      );
    }
    measured = tx;
    return done;
  };
  const opening = async (db: Queryable): Promise<Found> => {
    // The key comes first: who waits for another request with the same key holds nothing meanwhile, and what
    // is wrong with the key is told before what is wrong with anything else.
    const [claimed, opened] = await Promise.allSettled([claim?.(db), act.opening?.(db, command)]);
    return { isClaimed: settledAs(claimed), opened: settledAs(opened) };
  };
  const performed = await transact(platform, caller, decide, opening);
  if (measured !== undefined) {
    platform.metrics.observeStatements(act.route, measured.statements);
  }
  if (fresh !== undefined) {
    await act.refused?.(platform, caller, command, fresh);
  }
  if (performed.refused !== undefined && key !== undefined && act.secretReply === undefined) {
    return await keepRefusal(platform, caller, key, performed.refused);
  }
  return performed;
}

/** A refusal changed nothing, so it is kept in a transaction of its own; whoever was first is believed. */
async function keepRefusal<Reply>(
  platform: Platform,
  caller: Caller,
  key: IdempotencyKey,
  refused: Refusal,
): Promise<Performed<Reply>> {
  const keep = async (tx: Tx, isClaimed = true): Promise<Performed<Reply>> => {
    const kept = isClaimed ? undefined : await keptFor(tx, key);
    if (kept !== undefined) {
      return fromKept<Reply>(kept);
    }
    tx.keep(answerTo(platform, caller, key, 409, { refused }));
    return { refused };
  };
  return await transact(platform, caller, keep, claimingKey(platform, caller, key));
}

/** What is kept in place of a reply that holds a secret. */
const SECRET = { secret: true };

function answerTo(
  { secrets }: Pick<Platform, "secrets">,
  caller: Caller,
  { key, fingerprint }: IdempotencyKey,
  status: number,
  body: object,
): KeptReply {
  return { space: keySpace(secrets, caller, fingerprint), key, status, body };
}

function fromKept<Reply>(kept: KeptAnswer): Performed<Reply> {
  const body = kept.body as { reply?: Reply; refused?: Refusal; secret?: true };
  if (body.secret === true) {
    const detail =
      "This key's answer was shown once, the first time. It was done then and is not done again.";
    throw new Problem(409, "answer_shown_once", detail);
  }
  return body.refused === undefined
    ? { status: kept.status, reply: body.reply as Reply }
    : { refused: body.refused };
}

async function settled<Command, Reply>(
  platform: Platform,
  caller: Caller,
  act: Act<Command, Reply>,
  performed: Performed<Reply>,
): Promise<Performed<Reply>> {
  if (act.settle === undefined || performed.refused !== undefined) {
    return performed;
  }
  return { status: performed.status, reply: await act.settle(platform, caller, performed.reply) };
}

function demandPermission(platform: Platform, caller: Caller, route: Route): void {
  if (platform.permits(caller, route.permission)) {
    return;
  }
  if (caller.role === "public") {
    throw new Problem(401, "not_signed_in", "Sign in, or send an API key as `Authorization: Bearer …`.");
  }
  throw new Problem(403, "not_permitted", `A caller with the role ${caller.role} may not do this.`);
}
