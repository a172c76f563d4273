import { deviceRecord, lockDeviceRoot } from "../../contracts/index.ts";
import { personIdsOf, personOf } from "../../identity/index.ts";
import {
  type DomainEvent,
  failPoint,
  type Job,
  type Module,
  type Platform,
  publicId,
  type Reaction,
  reaction,
  systemCaller,
  transact,
} from "../../platform/index.ts";
import { contractOfCase, happenedAt } from "../claimFacts.ts";
import { claimByNo } from "../store.ts";
import { judgeSignals, type SignalFacts } from "./judgeSignals.ts";
import type { SignalRaised } from "./signal.ts";
import { casesOfOldUnit, casesOfPerson, earlierCases, insertSignal, looksAlike } from "./signalStore.ts";

interface CaseNamed {
  readonly rootId: string;
  readonly claimNo: number;
}

const DAYS_OF_PERSON = 30;

/**
 * Looks whether something is odd about a case, after its report and after each photo: never while somebody
 * waits. What it finds is a row for a person to look at; nothing follows from it by itself. Runs as often as
 * it likes: the same is raised once.
 */
export const lookForSignals: Job<CaseNamed> = {
  name: "look_for_signals",
  canWaitMs: 30_000,
  run: async (platform, { rootId, claimNo }) => {
    const facts = await factsOf(platform, rootId, claimNo);
    const raised = facts === undefined ? [] : judgeSignals(facts);
    if (raised.length === 0) {
      return;
    }
    await raiseSignals(platform, { rootId, claimNo }, raised);
  },
};

/** Writes signals down behind those that are there: numbered under the lock of their device. */
export async function raiseSignals(
  platform: Platform,
  { rootId, claimNo }: CaseNamed,
  raised: readonly SignalRaised[],
): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await lockDeviceRoot(tx, rootId);
    for (const { kind, about, weight, told, restsOn } of raised) {
      const json = [JSON.stringify(told), JSON.stringify(restsOn)];
      // One after the other: each takes the number behind the one before.
      await insertSignal(tx, rootId, claimNo, kind, about, weight, ...json, tx.at);
    }
    failPoint(platform, "signals_raised");
  });
}

/** What the job reads of a case and around it. Undefined: the case is not there. */
async function factsOf(
  { database: db, clock }: Platform,
  rootId: string,
  claimNo: number,
): Promise<SignalFacts | undefined> {
  const [claim, record] = await Promise.all([
    claimByNo(db, rootId, claimNo),
    deviceRecord(db, { deviceId: rootId }),
  ]);
  if (claim === undefined || record === undefined) {
    return undefined;
  }
  const contract = contractOfCase(record, claim);
  const holder = claim.holderId ?? claim.reporterId;
  const person = await personOf(db, holder);
  const persons = person === undefined ? [holder] : [...(await personIdsOf(db, person.email))];
  const since = clock.now().subtract({ hours: 24 * DAYS_OF_PERSON });
  const [earlier, cameBackIn, alike, ofPerson] = await Promise.all([
    earlierCases(db, rootId, claimNo),
    casesOfOldUnit(db, claim.serial),
    looksAlike(db, rootId, claimNo),
    casesOfPerson(db, persons, since),
  ]);
  const first = record.contracts.find(({ renewsNo }) => renewsNo === null) ?? contract;
  return {
    ...{ claim, earlier, cameBackIn, alike, ofPerson },
    happenedAt: happenedAt(claim.incident, record),
    bound:
      contract === undefined || first === undefined
        ? undefined
        : { contract: publicId("ctr", rootId, first.no), at: first.concludedAt },
  };
}

const named = (event: DomainEvent, rootId: string): CaseNamed | undefined => {
  const { claimNo } = event as unknown as { readonly claimNo?: number };
  return claimNo === undefined ? undefined : { rootId, claimNo };
};

export const signalJobs: NonNullable<Module["jobs"]> = [lookForSignals as unknown as Job<never>];

export const signalReactions: readonly Reaction[] = [
  reaction("ClaimOpened", lookForSignals, named),
  reaction("EvidenceAdded", lookForSignals, named),
];
