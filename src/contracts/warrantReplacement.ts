import { type Job, systemCaller, type Tx, transact } from "../platform/index.ts";
import { lockDevice } from "./deviceRecord.ts";
import {
  endOfReplacement,
  heldRules,
  loadWarranty,
  type NewWarranty,
  ruleFor,
  saveWarranties,
  versionsOf,
  type WarrantyFacts,
} from "./warranties/index.ts";

/** A replacement that left, and for which case. */
export interface ShippedReplacement {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly shippedAt: string;
}

/**
 * Gives a replacement that left the warranty its rule says: the rest of the original, or so many days from
 * when it left. Once for each case.
 */
export const warrantReplacement: Job<ShippedReplacement> = {
  name: "warrant_replacement",
  run: async (platform, { deviceId, claimNo, shippedAt }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      if (record === undefined) {
        return;
      }
      const { kept, facts } = await loadWarranty(tx, record);
      const isDone = kept.warranties.some((one) => one.kind === "replaced" && one.claimNo === claimNo);
      const version = replacementOf(facts, claimNo, Temporal.Instant.from(shippedAt));
      if (!isDone && version !== undefined) {
        await saveWarranties(tx, record, kept.warranties, [version], "a replacement has its own least days");
      }
    });
  },
};

/**
 * Asks for the job where any rule gives replacements days of their own; else nothing is written. They count
 * from `at`.
 */
export async function followReplacement(
  tx: Tx,
  deviceId: string,
  claimNo: number,
  at: Temporal.Instant = tx.at,
): Promise<void> {
  const rules = await heldRules.rows(tx);
  if (rules.some(({ replacementDays }) => replacementDays !== null)) {
    tx.enqueue(warrantReplacement, { deviceId, claimNo, shippedAt: at.toString() });
  }
}

/** What a replacement's warranty is; undefined where no rule gives it more than the rest. Pure. */
function replacementOf(
  { warranties, rules, ruled, region, zone }: WarrantyFacts,
  claimNo: number,
  shippedAt: Temporal.Instant,
): NewWarranty | undefined {
  const versions = versionsOf(warranties, "device");
  const stands = versions.at(-1);
  const startsOn = versions[0]?.startsOn ?? shippedAt.toZonedDateTimeISO(zone).toPlainDate();
  const days = ruleFor(rules, ruled, region, "device", startsOn)?.replacementDays ?? null;
  if (days === null) {
    return undefined;
  }
  const endsAt = endOfReplacement(stands?.endsAt, shippedAt, days, zone);
  return stands?.endsAt.equals(endsAt)
    ? undefined
    : {
        ...{ component: "device", kind: "replaced", basis: "replacement", sourceNo: null, startsOn: null },
        ...{ zone, endsAt, countsFrom: shippedAt, longerBy: null, rule: null, clause: null },
        ...{ contractNo: null, claimNo },
      };
}
