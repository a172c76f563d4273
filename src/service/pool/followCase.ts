import assert from "node:assert/strict";
import {
  type DomainEvent,
  type Faults,
  failPoint,
  type Job,
  type Platform,
  type Reaction,
  reaction,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import type { CaseStanding } from "./caseStanding.ts";
import { casesStanding, dropReservation, keepCases, setAside, unitsOfCases } from "./caseStore.ts";
import { saveUnits } from "./saveUnits.ts";
import { serveWaiting } from "./serveWaiting.ts";
import { type Step, stepsOfCase } from "./stepsOfCase.ts";

interface Followed {
  readonly rootId: string;
  readonly claimNo: number;
}

/**
 * Brings the pool to where cases stand, many of them by one look. Runs at least once; the second time
 * nothing is
 * left to do. What somebody changed meanwhile is looked at again with the next try.
 */
export const followCase: Job<Followed> = {
  name: "follow_case",
  canWaitMs: 3_000,
  run: async (platform, told) => {
    await followAll(platform, [told]);
  },
  runTogether: async (platform, all): Promise<Faults> => {
    await followAll(platform, all);
    return new Map();
  },
};

/** What concerns the pool: units that go out, come in, come back, or are not needed any more. */
export const followReactions: readonly Reaction[] = [
  ...["DeviceReplaced", "SwapReversed", "ClaimShipped", "OldDeviceReceived", "ClaimCancelled"],
  ...["ClaimLapsed", "HoldReleased", "HoldCaptured"],
].map((type) => reaction(type, followCase, claimIn));

function claimIn(event: DomainEvent, rootId: string): Followed | undefined {
  const { claimNo } = event as unknown as { claimNo?: number };
  return claimNo === undefined ? undefined : { rootId, claimNo };
}

async function followAll(platform: Platform, told: readonly Followed[]): Promise<void> {
  const all = [...new Map(told.map((each) => [`${each.rootId}/${each.claimNo}`, each])).values()];
  await transact(platform, systemCaller, async (tx) => {
    const [devices, numbers] = [all.map(({ rootId }) => rootId), all.map(({ claimNo }) => claimNo)];
    const [, cases] = await Promise.all([
      keepCases(tx, devices, numbers),
      casesStanding(tx, devices, numbers),
    ]);
    const serials = cases.flatMap(({ swap, serial, setAside: kept }) => [
      serial,
      ...(swap === null ? [] : [swap.newSerial, swap.oldSerial]),
      ...(kept === null ? [] : [kept]),
    ]);
    const units = new Map((await unitsOfCases(tx, serials)).map((unit) => [unit.serial, unit]));
    const steps = cases.flatMap((told) => stepsOfCase(told, units, tx.at).map((step) => ({ told, step })));
    await save(tx, steps);
    failPoint(platform, "case_followed");
  });
}

async function save(
  tx: Tx,
  steps: readonly { readonly told: CaseStanding; readonly step: Step }[],
): Promise<void> {
  if (steps.length === 0) {
    return;
  }
  const saved = await saveUnits(
    tx,
    steps.map(({ step }) => step),
  );
  assert(saved.size === steps.length, "somebody changed a unit meanwhile; it is looked at again");
  for (const { told, step } of steps) {
    const { deviceId, claimNo } = told;
    if (step.reservation === "set") {
      await setAside(tx, deviceId, claimNo, step.after.serial, "scanned", tx.at, tx.caller.id);
    } else if (step.reservation === "dropped") {
      await dropReservation(tx, deviceId, claimNo, step.after.serial);
    }
  }
  if (steps.some(({ step }) => step.after.state === "available")) {
    tx.enqueue(serveWaiting, {});
  }
}
