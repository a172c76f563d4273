import { type DeadlineKind, type Job, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { dayOf, startOf } from "./days.ts";
import { type RunKey, reconcileParty } from "./reconcileParty.ts";
import { partiesKnown } from "./reportStore.ts";
import { anythingNew, testBankIsUsed } from "./runStore.ts";

/** The hour of a night at which it begins, UTC. */
const HOUR = 2;
/** On a test clock nights in which nothing has happened are passed over: years go by in seconds. */
const QUIET_DAYS = 7;
/** The key of a night, and of one before which nights were passed over: it looks back over those as well. */
const [NIGHT, AFTER_REST] = ["night", "after_rest"] as const;

/** Compares every party of a night, each by a job of its own; `again`: also those that were. */
export const reconcileNight: Job<{ readonly night: string; readonly again?: boolean }> = {
  name: "reconcile_night",
  async run(platform, { night, again = false }) {
    await transact(platform, systemCaller, async (tx) => {
      for (const party of await partiesTonight(tx)) {
        tx.enqueue(reconcileParty, { night, again, ...party });
      }
    });
  },
};

/** Everybody who can be asked, or has sent something. */
async function partiesTonight(tx: Tx): Promise<Pick<RunKey, "kind" | "party">[]> {
  const [known, { isUsed }] = await Promise.all([partiesKnown(tx), testBankIsUsed(tx)]);
  const asked = [
    ...(isUsed ? ["test"] : []),
    ...(tx.platform.config.stripeKey === undefined ? [] : ["stripe"]),
  ].filter((party) => !known.some((one) => one.kind === "provider" && one.party === party));
  return [
    { kind: "own", party: "books" },
    ...asked.map((party) => ({ kind: "provider" as const, party })),
    ...known,
  ];
}

/** Every night. */
export const nightFalls: DeadlineKind = {
  kind: "night_falls",
  async run(tx, { key }) {
    const today = dayOf(tx.at);
    const next = startOf(today.add({ days: 1 })).add({ hours: HOUR });
    const isSandbox = "set" in tx.platform.clock;
    const passedDays = key === AFTER_REST ? QUIET_DAYS - 1 : 0;
    const { isNew } = await anythingNew(tx, next.subtract({ hours: 24 * (2 + passedDays) }));
    if (!isSandbox || isNew) {
      tx.enqueue(reconcileNight, { night: today.toString() });
    }
    const pause = isSandbox && !isNew ? QUIET_DAYS - 1 : 0;
    const nextKey = pause > 0 ? AFTER_REST : NIGHT;
    tx.schedule("ledger", "night_falls", nextKey, next.add({ hours: 24 * pause }));
  },
};
