import { termsOf } from "../../catalogue/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts, planFacts } from "../facts.ts";
import { ruledOf } from "./heldRules.ts";
import { type NewWarranty, type PlanGiven, reckonWarranty, type WarrantyFacts } from "./reckonWarranty.ts";
import { allRules } from "./ruleStore.ts";
import { components, versionsOf, type Warranty, type WarrantySource } from "./warranty.ts";
import { insertSources, insertWarranties, sourcesOf, warrantiesOf } from "./warrantyStore.ts";
import { type WarrantyKept, zoneOf } from "./warrantyView.ts";

/** A source that is not written yet. */
export type NewSource = Omit<WarrantySource, "no" | "at" | "actor">;

/** What is kept of the warranty of a device, and what it is reckoned by. */
export async function loadWarranty(
  tx: Tx,
  record: DeviceRecord,
): Promise<{ readonly kept: WarrantyKept; readonly facts: WarrantyFacts }> {
  const { deviceId, region } = record.device;
  const [sources, warranties, rules, ruled, plans] = await Promise.all([
    sourcesOf(tx, deviceId),
    warrantiesOf(tx, deviceId),
    // Not those held: a rehearsal may have set one that is taken back.
    allRules(tx),
    ruledOf(tx, record),
    plansOf(tx, record),
  ]);
  const zone = zoneOf(record, warranties);
  const facts = { ruled, region, zone, sources, rules, warranties, plans };
  return { kept: { sources, warranties }, facts };
}

/** What the plans of a device give its warranty while they run; one that was ended early gives nothing. */
async function plansOf(tx: Tx, record: DeviceRecord): Promise<readonly PlanGiven[]> {
  const held = record.contracts.filter(({ state }) => state !== "cancelled");
  const given = await Promise.all(
    held.map(async (contract) => {
      const terms = await termsOf(tx, contract.programme, contract.termsVersion);
      const plan = planFacts(record, { ...contract, state: "active" });
      const { no: contractNo, concludedAt: countsFrom } = contract;
      return terms
        .extensions({ at: tx.at.toString(), device: deviceFacts(record), plan })
        .map(({ clause, by }) => ({ contractNo, clause, by, countsFrom }));
    }),
  );
  return given.flat();
}

/** What a device's warranty is after its facts have changed: only what differs from what stands. Pure. */
export function changesOf(facts: WarrantyFacts): readonly NewWarranty[] {
  const reckoned = reckonWarranty(facts);
  return components.flatMap((component) => {
    const wanted = reckoned.filter((one) => one.component === component);
    const stands = versionsOf(facts.warranties, component);
    return JSON.stringify(wanted.map(meaning)) === JSON.stringify(stands.map(meaning)) ? [] : wanted;
  });
}

/** What tells two versions apart: not when or by whom they were written. */
function meaning(one: NewWarranty | Warranty): unknown[] {
  const { component, kind, basis, startsOn, endsAt, longerBy, rule } = one;
  return [component, kind, basis, one.sourceNo, startsOn?.toString(), endsAt.toString(), longerBy, rule];
}

/** Writes versions on a locked device, each with the next number, and tells the chain. */
export async function saveWarranties(
  tx: Tx,
  { device: { deviceId } }: Pick<DeviceRecord, "device">,
  before: readonly Warranty[],
  versions: readonly NewWarranty[],
  reason: string,
): Promise<readonly Warranty[]> {
  const by = { reason, at: tx.at, actor: tx.caller.id };
  const last = before.at(-1)?.no ?? 0;
  const written = versions.map((version, place) => ({ ...version, ...by, no: last + place + 1 }));
  if (written.length > 0) {
    await insertWarranties(tx, deviceId, JSON.stringify(written));
    tx.record(
      deviceId,
      written.map(({ component, kind, basis, endsAt }) => ({
        ...{ type: "WarrantyChanged", component, kind, basis, reason },
        endsAt: endsAt.toString(),
      })),
    );
  }
  return [...before, ...written];
}

/** Writes what was told on a locked device, each with the next number, and tells the chain. */
export async function saveSources(
  tx: Tx,
  { device: { deviceId } }: Pick<DeviceRecord, "device">,
  before: readonly WarrantySource[],
  told: readonly NewSource[],
): Promise<readonly WarrantySource[]> {
  const last = before.at(-1)?.no ?? 0;
  const by = { at: tx.at, actor: tx.caller.id };
  const written = told.map((source, place) => ({ ...source, ...by, no: last + place + 1 }));
  await insertSources(tx, deviceId, JSON.stringify(written));
  tx.record(
    deviceId,
    written.map(({ what, toldBy, proof }) => ({ type: "WarrantyTold", what, toldBy, proof })),
  );
  return [...before, ...written];
}
