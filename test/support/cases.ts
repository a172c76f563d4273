import { readFileSync } from "node:fs";
import path from "node:path";
import type { ClaimRow } from "../../src/claims/index.ts";
import type { Contract, DeviceRecord, Slot } from "../../src/contracts/index.ts";
import { compileTerms, readTerms, type Terms } from "../../src/terms/index.ts";

const FILE = path.join(import.meta.dirname, "../../programmes/dji-care-refresh/seeds.terms.md");

/** The reference programme, compiled. */
export function referenceTerms(): Terms {
  const { document } = readTerms({ file: FILE, text: readFileSync(FILE, "utf8") });
  if (document === undefined) {
    throw new Error("the reference programme cannot be read");
  }
  return compileTerms(document);
}

/** An instant, from its text. */
export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** Three replacements, of which the first `used` are taken and the next `reserved` promised to claim 9. */
export function slots(granted: number, used = 0, reserved = 0): Slot[] {
  return Array.from({ length: granted }, (_, place): Slot => {
    const state = place < used ? "used" : place < used + reserved ? "reserved" : "free";
    return {
      benefit: "replacement",
      no: place + 1,
      state,
      claimNo: state === "free" ? null : 9,
      reservedAt: state === "free" ? null : instant("2026-07-01T10:00:00Z"),
      usedAt: state === "used" ? instant("2026-07-05T10:00:00Z") : null,
    };
  });
}

/** The two-year plan of an Osmo Action 4 sold in the EU, from June 2026. */
export function twoYearContract(change: Partial<Contract> = {}): Contract {
  return {
    deviceId: "d1",
    no: 1,
    programme: "dji-care-refresh",
    termsVersion: "2025-06",
    product: "care-2y",
    region: "EU",
    zone: "Atlantic/Azores",
    currency: "PLN",
    holderId: "p1",
    state: "active",
    startsAt: instant("2026-06-01T10:00:00Z"),
    endsAt: instant("2028-06-02T00:00:00Z"),
    renewsNo: null,
    concludedAt: instant("2026-06-01T10:00:00Z"),
    slots: slots(3),
    ...change,
  };
}

/** An Osmo Action 4 with these contracts. */
export function actionCamera(
  contracts: readonly Contract[] = [twoYearContract()],
  change: Partial<DeviceRecord["device"]> = {},
): DeviceRecord {
  const from = instant("2026-05-25T10:00:00Z");
  return {
    device: {
      deviceId: "d1",
      serial: "AC4TEST0001",
      model: "osmo-action-4",
      series: "osmo-action",
      group: "handheld",
      region: "EU",
      activation: "known",
      activatedAt: from,
      purchasedOn: null,
      warrantyEndsAt: null,
      createdAt: from,
      ...change,
    },
    units: [{ no: 1, serial: "AC4TEST0001", from, to: null, reason: "first" }],
    contracts,
  };
}

/** A claim for a dropped camera, as it stands after the given changes. */
export function droppedCamera(change: Partial<ClaimRow> = {}): ClaimRow {
  return {
    deviceId: "d1",
    no: 1,
    contractNo: 1,
    serial: "AC4TEST0001",
    state: "reported",
    channel: "online",
    wants: "replacement",
    region: "EU",
    currency: "PLN",
    incident: { at: "2026-09-04T10:00:00Z", cause: "drop", parts: ["camera"] },
    findings: null,
    returnedParts: null,
    reporterId: "p1",
    receipt: referenceTerms().decide("coverage", {}),
    choices: null,
    route: null,
    feeMinor: null,
    chargeNo: null,
    openedAt: instant("2026-09-05T10:00:00Z"),
    closedAt: null,
    dueAt: null,
    holderId: "p1",
    device: { deviceId: "d1", serial: "AC4TEST0001", model: "osmo-action-4" },
    ...change,
  };
}

/** What a bench finds when nothing speaks against the owner. */
export const cleanFindings = {
  cause: "drop",
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  modified: false,
} as const;
