import { type Faults, failPoint, type Platform, wakeRoot, within } from "../../platform/index.ts";
import type { About, Asked, Instruction, Matter, Provider, ProviderAnswer } from "../matter.ts";
import { isReconciling } from "../reconcileMode/index.ts";
import type { AttemptKey } from "./attempt.ts";
import { noteCalls, type OpenAttempt, openAttempts } from "./attemptStore.ts";
import { callProvider, instructionOf } from "./callProvider.ts";
import { recordOutcome, recordSuccesses } from "./recordOutcome.ts";

/** Where what tries are about is found, and who carries it out. */
export interface Sources {
  readonly matterOf: (about: About) => Matter;
  readonly providers: (name: string) => Provider | undefined;
}

/** An open try, with what its provider is told; undefined where there is nothing left to do. */
interface Meant {
  readonly place: number;
  readonly key: AttemptKey;
  readonly attempt: OpenAttempt;
  readonly provider: Provider;
  readonly matter: Matter;
  readonly instruction: Instruction | undefined;
}

type Called = Meant & { readonly answer: ProviderAnswer };

/** Answers that come within this are recorded together; nobody waits longer for another one's. */
const TOGETHER_MS = 25;

/**
 * Brings open tries nearer to their ends, and tells what went wrong by the place of the try. The first to
 * come calls the provider; whoever comes after asks first, and calls again with the same key only when the
 * provider never heard of it. Running it twice, or after a crash at any point, moves the money once.
 */
export async function resolveTogether(
  platform: Platform,
  keys: readonly AttemptKey[],
  sources: Sources,
): Promise<Faults> {
  const [meant, waits] = await Promise.all([meantBy(platform, keys, sources), isReconciling(platform)]);
  if (meant.length === 0) {
    return new Map();
  }
  const calls = await noteAndCall(platform, meant, waits);
  const faults = new Map<number, unknown>();
  const early: Called[] = [];
  let isEarly = true;
  const done = calls.map(async (call) => {
    const called = await call;
    if (isEarly) {
      early.push(called);
    } else {
      await record(platform, [called], faults);
    }
  });
  await within(TOGETHER_MS, Promise.all(done));
  isEarly = false;
  await record(platform, early, faults);
  await Promise.all(done);
  return faults;
}

async function meantBy(
  platform: Platform,
  keys: readonly AttemptKey[],
  { matterOf, providers }: Sources,
): Promise<readonly Meant[]> {
  const [open, asked] = await Promise.all([
    openAttempts(platform.database, ...columnsOf(keys)),
    askedOf(platform, keys, matterOf),
  ]);
  return open.flatMap(({ place, ...attempt }) => {
    const key = keys[place - 1] as AttemptKey;
    const provider = providers(attempt.provider);
    const instruction = instructionOf(platform, attempt, asked.get(key));
    return provider === undefined
      ? []
      : [{ place: place - 1, key, attempt, provider, matter: matterOf(key.about), instruction }];
  });
}

/** What each of the tries is to be about, the tries of one matter together. */
async function askedOf(
  platform: Platform,
  keys: readonly AttemptKey[],
  matterOf: Sources["matterOf"],
): Promise<ReadonlyMap<AttemptKey, Asked | undefined>> {
  const asked = new Map<AttemptKey, Asked | undefined>();
  for (const about of new Set(keys.map((key) => key.about))) {
    const of = keys.filter((key) => key.about === about);
    const answers = await askedBy(platform, matterOf(about), of);
    for (const [index, key] of of.entries()) {
      asked.set(key, answers[index]);
    }
  }
  return asked;
}

async function askedBy(
  { database }: Platform,
  matter: Matter,
  of: readonly AttemptKey[],
): Promise<readonly (Asked | undefined)[]> {
  return matter.askedTogether === undefined
    ? await Promise.all(of.map(({ rootId, no }) => matter.asked(database, rootId, no)))
    : await matter.askedTogether(database, of);
}

/** Notes whose providers are about to be called, by one statement, and calls each for itself. */
async function noteAndCall(
  platform: Platform,
  meant: readonly Meant[],
  waits: boolean,
): Promise<readonly Promise<Called>[]> {
  const wanted = meant.filter(({ instruction }) => instruction !== undefined);
  passAll(platform, wanted, "before_call");
  const now = platform.clock.now();
  const noted =
    waits || wanted.length === 0
      ? []
      : await noteCalls(platform.database, ...columnsOf(wanted.map(({ key }) => key)), now);
  const first = new Set(noted.map(({ place }) => wanted[place - 1]));
  passAll(platform, wanted, "call_noted");
  return meant.map(async (one) => {
    const { provider, instruction } = one;
    if (instruction === undefined) {
      return { ...one, answer: unwanted(one.attempt) };
    }
    const answer = await callProvider(platform, provider, instruction, { heard: !first.has(one), waits });
    passAll(platform, [one], "called");
    return { ...one, answer };
  });
}

/** There is nothing left to do: a try nobody has heard of ends, of another asking may tell. */
function unwanted({ calledAt }: OpenAttempt): ProviderAnswer {
  return calledAt === null ? { outcome: "failed", reason: "no_longer_wanted" } : { outcome: "unknown" };
}

/** Commits answers: of several that succeeded in one transaction, as far as that goes; the others each. */
async function record(
  platform: Platform,
  called: readonly Called[],
  faults: Map<number, unknown>,
): Promise<void> {
  const recorded = await recordMany(platform, called);
  for (const { place, matter, key, answer } of called.filter((one) => !recorded.has(one))) {
    await recordOutcome(platform, matter, key, answer).catch((error: unknown) => faults.set(place, error));
  }
  passAll(platform, called, "recorded");
  for (const { key } of called) {
    wakeRoot(platform, key.rootId);
  }
}

async function recordMany(platform: Platform, called: readonly Called[]): Promise<ReadonlySet<Called>> {
  const recorded = new Set<Called>();
  for (const matter of new Set(called.map((one) => one.matter))) {
    const done = called.filter((one) => one.matter === matter && one.answer.outcome === "succeeded");
    if (matter.succeedTogether !== undefined && done.length > 1) {
      // One that cannot be recorded holds up nobody else: then they are recorded one by one.
      const some = await recordSuccesses(platform, matter, done).catch(() => new Set<Called>());
      for (const one of some) {
        recorded.add(one);
      }
    }
  }
  return recorded;
}

function passAll(platform: Platform, meant: readonly Meant[], point: string): void {
  for (const { key } of meant) {
    failPoint(platform, `${key.about}_${point}`);
  }
}

function columnsOf(keys: readonly AttemptKey[]): [string[], string[], number[], number[]] {
  return [
    keys.map(({ rootId }) => rootId),
    keys.map(({ about }) => about),
    keys.map(({ no }) => no),
    keys.map(({ attemptNo }) => attemptNo),
  ];
}
