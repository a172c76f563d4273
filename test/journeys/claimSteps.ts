import assert from "node:assert/strict";
import type { Channel, ClaimPage, Findings, Incident, Part } from "../../src/client/index.ts";
import type { Receipt } from "../../src/terms/index.ts";
import { warsaw } from "../support/cases.ts";
import type { Journey } from "./journey.ts";

/** Nothing speaks against the owner. */
export const innocent: Findings = {
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  modified: false,
};

/** What is told of a damage. */
export interface Damage {
  readonly owner: `${string}@${string}`;
  readonly serial: string;
  readonly incident: Omit<Incident, "parts"> & { readonly parts: readonly Part[] };
  readonly channel?: Channel;
}

/** A damage is reported; the claim, what to send, and the provisional receipt. */
export async function report(journey: Journey, { owner, serial, incident, channel = "online" }: Damage) {
  const told = { ...incident, parts: [...incident.parts] };
  const opened = await (await journey.as(owner)).openClaim({ serial, incident: told, channel });
  return { ...opened, receipt: opened.claim.receipt as unknown as Receipt };
}

/** The parcel comes with all its parts, or with those named; then the bench looks at it. */
export async function takeInAndInspect(
  journey: Journey,
  claim: { readonly id: string; readonly serial: string },
  told: {
    readonly findings: Findings;
    readonly parts: readonly Part[];
    readonly repairMinor?: number;
    readonly currency?: string;
  },
) {
  const bench = await journey.as("staff");
  const { id, serial } = claim;
  await bench.receiveDevice({ id, serial, parts: [...told.parts], condition: "as described" });
  const { repairMinor: amount, currency = "PLN" } = told;
  const repairPrice = amount === undefined ? {} : { repairPrice: { amount, currency } };
  return await bench.inspectDevice({ id, findings: { ...innocent, ...told.findings }, ...repairPrice });
}

/** The owner takes the replacement, pays, gets the new unit; the claim is closed when it has arrived. */
export async function replace(
  journey: Journey,
  owner: Damage["owner"],
  id: string,
  newSerial: string,
): Promise<ClaimPage> {
  const [own, bench] = [await journey.as(owner), await journey.as("staff")];
  await own.chooseRoute({ id, route: "plan" });
  const { charge, claim } = await own.payClaim({ id, method: "test_success" });
  assert.deepEqual([charge.state, claim.state], ["captured", "paid"]);
  await bench.replaceDevice({ id, serial: newSerial });
  await bench.shipDevice({ id, carrier: "DPD", address: warsaw, tracking: `T-${newSerial}` });
  await own.closeClaim({ id });
  return await own.showClaim({ id });
}

/** What is left of a device's running plan: granted, used, reserved, left. */
export async function benefitOf(journey: Journey, contractId: string) {
  const contract = await (await journey.as("staff")).showContract({ id: contractId });
  const [benefit] = contract.benefits;
  assert.ok(benefit !== undefined);
  const { granted, used, reserved, left } = benefit;
  return { state: contract.state, granted, used, reserved, left };
}

/** A code is bought and bound to a device; the contract. */
export async function activate(
  journey: Journey,
  told: {
    readonly owner: Damage["owner"];
    readonly sku: string;
    readonly serial: string;
    readonly activatedAt?: string;
  },
) {
  const { owner, sku, serial, activatedAt = "never" } = told;
  const { contract } = await (await journey.as(owner)).activateContract({
    ...{ code: await journey.buyCode(sku), serial },
    device: { activatedAt, region: "EU" },
    holder: { name: "Owner", email: owner },
  });
  return contract;
}

/** The clauses of a receipt's reasons, in their order. */
export function clausesOf(reasons: Receipt["against"]): readonly string[] {
  return reasons.map(({ clause }) => clause);
}
