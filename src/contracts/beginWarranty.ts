import { type Job, systemCaller, type Tx, transact } from "../platform/index.ts";
import type { Device } from "./device.ts";
import { type DeviceRecord, lockDevice } from "./deviceRecord.ts";
import {
  changesOf,
  heldRules,
  loadWarranty,
  type NewSource,
  ruleFor,
  saveSources,
  saveWarranties,
  type WarrantyFacts,
} from "./warranties/index.ts";

/** A device that was activated with a plan, and whose word its first use is. */
export interface ActivatedDevice {
  readonly deviceId: string;
  readonly toldBy: "registry" | "owner";
}

/**
 * Begins the warranty of a device with its activation, where its rule lets it, and makes a warranty that has
 * begun longer by what the new plan gives. Runs any number of times: what stands is not written again.
 */
export const beginWarranty: Job<ActivatedDevice> = {
  name: "begin_warranty",
  run: async (platform, { deviceId, toldBy }) => {
    await transact(platform, systemCaller, async (tx) => {
      const record = await lockDevice(tx, { deviceId });
      if (record === undefined) {
        return;
      }
      const { kept, facts } = await loadWarranty(tx, record);
      const told = toldByActivation(record.device, toldBy, facts);
      const sources = told.length === 0 ? kept.sources : await saveSources(tx, record, kept.sources, told);
      const versions = changesOf({ ...facts, sources });
      await saveWarranties(tx, record, kept.warranties, versions, "the device was activated with a plan");
    });
  },
};

/** Asks for it where a rule begins warranties so, or one has begun that the plan may make longer. */
export async function followActivation(
  tx: Tx,
  { deviceId }: Pick<Device, "deviceId">,
  warranty: DeviceRecord["warranty"] = [],
): Promise<void> {
  const toldBy = tx.caller.role === "integrator" ? "registry" : "owner";
  const isBegun = warranty.length > 0;
  // What is held is everybody's: where it has grown old it is read beside, and not by this activation.
  const beside = { query: tx.platform.database.beside.query, platform: tx.platform };
  const rules = isBegun ? [] : await heldRules.rows(beside);
  if (isBegun || rules.some(({ beginsBy }) => beginsBy !== "told")) {
    tx.enqueue(beginWarranty, { deviceId, toldBy });
  }
}

/** What an activation tells of a warranty; nothing where its rule wants it told by itself. Pure. */
export function toldByActivation(
  { activation, activatedAt }: Pick<Device, "activation" | "activatedAt">,
  toldBy: ActivatedDevice["toldBy"],
  {
    rules,
    ruled,
    region,
    zone,
    sources,
  }: Pick<WarrantyFacts, "rules" | "ruled" | "region" | "zone" | "sources">,
): readonly NewSource[] {
  if (activation !== "known" || activatedAt === null || sources.some(({ what }) => what === "activated")) {
    return [];
  }
  const day = activatedAt.toZonedDateTimeISO(zone).toPlainDate();
  const begins = ruleFor(rules, ruled, region, "device", day)?.beginsBy;
  const isTaken = begins === "activation" || (begins === "registry" && toldBy === "registry");
  const told = { what: "activated", toldAt: activatedAt, toldOn: null, toldBy } as const;
  return isTaken
    ? [{ ...told, proof: null, reason: "the device was activated with a plan", claimNo: null }]
    : [];
}
