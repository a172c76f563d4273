import {
  type AttemptKey,
  noteCall,
  resolveAttempt,
  startAttempt,
} from "../../../src/money/attempts/index.ts";
import { attemptsOf, chargeMatter } from "../../../src/money/charges/index.ts";
import { followEvent, followKept } from "../../../src/money/followEvent.ts";
import { chargeOf, createCharge, requestRefund } from "../../../src/money/index.ts";
import { balanceOf } from "../../../src/money/ledger/index.ts";
import { matterOf } from "../../../src/money/matters.ts";
import { openRefundTry } from "../../../src/money/refunds/index.ts";
import { keepMessage } from "../../../src/money/webhooks/receiveMessage.ts";
import {
  type Job,
  type Module,
  newId,
  type Platform,
  systemCaller,
  transact,
} from "../../../src/platform/index.ts";
import { planLines } from "../../support/chargeLines.ts";
import { lockTestRoot } from "../../support/testRoots.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { openStormyBank, type StormyBank } from "./stormyBank.ts";

/** What a simulation came to. */
export interface SimulatedPayments {
  readonly payments: number;
  readonly captured: number;
  readonly refunded: number;
  readonly tries: number;
  /** Roots of which the bank took money twice, or paid back twice. */
  readonly doubled: readonly string[];
  /** Roots where what the bank moved and what we hold differ. */
  readonly lost: readonly string[];
  readonly unresolved: readonly string[];
  /** The bank's clearing account in our ledger, and what the bank holds for us by its own books. */
  readonly clearingMinor: number;
  readonly bankMinor: number;
  readonly seen: Readonly<Record<string, number>>;
}

/** The job that messages ask for. Of a bank that is in no list it does nothing; we do it ourselves. */
export const messages: Module = {
  name: "messages",
  routes: [],
  jobs: [followEvent as unknown as Job<never>],
};

const AMOUNT = { amount: 5_900, currency: "EUR" } as const;
/** How many charges are paid side by side. */
const LANES = 6;
const MOST_TRIES = 3;
const MOST_ASKS = 12;

/** Pays so many charges at a bank in a storm, with a process that dies between its steps. */
export async function simulatePayments(
  platform: Platform,
  { payments, seed, forgetsKeys = false }: { payments: number; seed: number; forgetsKeys?: boolean },
): Promise<SimulatedPayments> {
  const total = { captured: 0, refunded: 0, tries: 0, bankMinor: 0 };
  const doubled: string[] = [];
  const lost: string[] = [];
  const unresolved: string[] = [];
  const seen = new Map<string, number>();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < payments) {
      next += 1;
      await live(next);
    }
  };
  const live = async (index: number): Promise<void> => {
    const chance = chanceOf(seed * 1_000_003 + index);
    const bank = openStormyBank(chance, forgetsKeys);
    const rootId = newId(platform.clock.now());
    const life = { platform, bank, chance, rootId };
    await owe(life);
    await payTillItIsPaid(life);
    const paid = (await chargeOf(platform.database, rootId, 1))?.state === "captured";
    const isRefunded = paid && chance.one(3) ? await payBack(life) : false;
    const takenMinor = netOf(bank, "charge");
    const backMinor = -netOf(bank, "refund");
    total.bankMinor += takenMinor - backMinor;
    total.captured += paid ? 1 : 0;
    total.refunded += isRefunded ? 1 : 0;
    const tries = await attemptsOf(platform.database, rootId, 1);
    total.tries += tries.length;
    if (takenMinor > AMOUNT.amount || backMinor > AMOUNT.amount) {
      doubled.push(rootId);
    } else if (takenMinor !== (paid ? AMOUNT.amount : 0) || backMinor !== (isRefunded ? AMOUNT.amount : 0)) {
      lost.push(rootId);
    }
    if (tries.some(({ state }) => state === "pending" || state === "unknown")) {
      unresolved.push(rootId);
    }
    for (const [what, times] of bank.seen) {
      seen.set(what, (seen.get(what) ?? 0) + times);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const account = {
    programme: "care",
    region: "EU",
    currency: "EUR",
    kind: "clearing",
    party: "stormy",
  } as const;
  const { amount: clearingMinor } = await balanceOf(platform.database, account);
  const figures = Object.fromEntries([...seen].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return { payments, ...total, doubled, lost, unresolved, clearingMinor, seen: figures };
}

/** One charge, its bank and its luck. */
interface Life {
  readonly platform: Platform;
  readonly bank: StormyBank;
  readonly chance: Chance;
  readonly rootId: string;
}

function netOf({ moved }: StormyBank, about: string): number {
  return moved.filter((one) => one.about === about).reduce((sum, { minor }) => sum + minor, 0);
}

async function owe({ platform, rootId }: Life): Promise<void> {
  const lines = planLines(1, 4_797, 1_103);
  await transact(platform, systemCaller, (tx) =>
    createCharge(tx, rootId, { purpose: "renewal", subjectNo: 1, amount: AMOUNT, lines }),
  );
}

async function payTillItIsPaid(life: Life): Promise<void> {
  const { platform, rootId } = life;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const key = await transact(platform, systemCaller, async (tx) => {
      await lockTestRoot(tx, rootId);
      const charge = await chargeOf(tx, rootId, 1);
      return charge?.state === "open"
        ? await startAttempt(tx, chargeMatter, rootId, 1, { provider: "stormy", method: "stormy" })
        : undefined;
    });
    if (key === undefined) {
      return;
    }
    await liveThrough(life, key);
  }
}

/** True when it was paid back. */
async function payBack(life: Life): Promise<boolean> {
  const { platform, rootId } = life;
  const { accepted: refund } = await transact(platform, systemCaller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const wanted = { goodwillMinor: AMOUNT.amount };
    const why = { kind: "goodwill", subject: null, reason: "a storm", dueAt: null } as const;
    return await requestRefund(tx, rootId, { chargeNo: 1, ...why, wanted });
  });
  if (refund === undefined) {
    throw new Error("what was paid may be paid back");
  }
  const key = { rootId, about: "refund", no: refund.no, attemptNo: 1 } as const;
  await liveThrough(life, key);
  return (await openRefundTry(platform.database, rootId, refund.no)) === undefined;
}

/** A try in the storm, and after it: jobs at once, deaths between the steps, messages in any order. */
async function liveThrough(life: Life, key: AttemptKey): Promise<void> {
  const { bank, chance } = life;
  bank.clearsUp(false);
  for (let steps = chance.pick([0, 1, 2, 3, 4]); steps > 0; steps -= 1) {
    await step(life, key);
  }
  bank.clearsUp(true);
  for (let asks = 0; asks < MOST_ASKS; asks += 1) {
    await work(life, key);
  }
  await readMessages(life);
}

async function step(life: Life, key: AttemptKey): Promise<void> {
  const { chance } = life;
  const what = chance.pick(["one job", "jobs at once", "dies before", "dies after", "messages"] as const);
  switch (what) {
    case "one job":
      return await work(life, key);
    case "jobs at once":
      await Promise.all([work(life, key), work(life, key), readMessages(life)]);
      return;
    case "messages":
      return await readMessages(life);
    default:
      return await die(life, key, what);
  }
}

async function work({ platform, bank }: Life, key: AttemptKey): Promise<void> {
  await resolveAttempt(platform, matterOf(key.about), key, () => bank);
}

/** A process that notes that it calls, and dies before it does, or before it writes down what it heard. */
async function die(
  { platform, bank }: Life,
  key: AttemptKey,
  when: "dies before" | "dies after",
): Promise<void> {
  const { rootId, about, no, attemptNo } = key;
  const first = await noteCall(platform.database, rootId, about, no, attemptNo, platform.clock.now());
  if (first !== undefined && when === "dies after") {
    const prefix = about === "refund" ? "rfd" : "chg";
    const told = { about, key: `${prefix}_${rootId}_${no}_${attemptNo}`, amount: AMOUNT };
    await bank.carryOut(platform, { ...told, method: "stormy", reference: "" }).catch(() => undefined);
  }
}

async function readMessages({ platform, bank }: Life): Promise<void> {
  for (const event of bank.takeMessages()) {
    const own = { ...event, id: `${event.id}_${event.key}` };
    await keepMessage(platform, bank.name, own);
    // A job whose call fails is tried again by the queue.
    await followKept(platform, bank, own.id).catch(() => bank.tellAgain(event));
  }
}
