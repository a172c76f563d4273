import type { CaseDecided, ClaimRow } from "../../src/claims/index.ts";
import type { Contract, DeviceRecord } from "../../src/contracts/index.ts";
import { combineFindings, type Receipt } from "../../src/terms/index.ts";
import { heldContract, heldDevice, slots } from "./heldDevice.ts";
import { referenceTerms } from "./referenceTerms.ts";

/** Where an owner in Poland has a unit sent. */
export const warsaw = { line1: "Polna 3", postcode: "00-001", city: "Warszawa", country: "PL" };

/** An instant, from its text. */
export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** The terms that all the cases here are judged by. */
export const terms = referenceTerms();

/** The two-year plan of an Osmo Action 4 sold in the EU, from June 2026. */
export function twoYearPlan(change: Partial<Contract> = {}): Contract {
  return heldContract({
    product: "care-2y",
    currency: "PLN",
    endsAt: instant("2028-06-02T00:00:00Z"),
    slots: slots({ free: 3 }),
    ...change,
  });
}

/** An Osmo Action 4 with these plans. */
export function actionCamera(
  plans: readonly Contract[] = [twoYearPlan()],
  change: Partial<DeviceRecord["device"]> = {},
): DeviceRecord {
  const camera = { serial: "AC4TEST0001", model: "osmo-action-4", series: "osmo-action", group: "handheld" };
  return heldDevice(plans, { ...camera, ...change });
}

/** A claim for a camera that fell in September, as it stands after the given changes. */
export function droppedCamera(change: Partial<ClaimRow> = {}): ClaimRow {
  const { deviceId, serial, model } = actionCamera().device;
  return {
    deviceId,
    no: 1,
    contractNo: 1,
    serial,
    state: "reported",
    channel: "online",
    wants: "replacement",
    region: "EU",
    currency: "PLN",
    incident: { at: "2026-09-04T10:00:00Z", cause: "drop", parts: ["camera"] },
    findings: null,
    returnedParts: null,
    reporterId: "holder",
    hasAddress: true,
    isDisputed: false,
    receipt: terms.decide("coverage", {}),
    found: null,
    combined: null,
    choices: null,
    route: null,
    feeMinor: null,
    chargeNo: null,
    holdNo: null,
    core: null,
    openedAt: instant("2026-09-05T10:00:00Z"),
    closedAt: null,
    dueAt: null,
    holderId: "holder",
    zone: "Atlantic/Azores",
    device: { deviceId, serial, model },
    ...change,
  };
}

/** A case of one finding, with the answer to it. */
export function oneFinding(receipt: Receipt): CaseDecided {
  const combined = combineFindings([{ finding: "1", receipt }]);
  return { receipt, found: [{ no: 1, findings: {}, receipt }], combined };
}

/** What a bench finds when nothing speaks against the owner. */
/** Where an owner in Poland wants a unit sent. */
export const polishAddress = { line1: "Polna 3", postcode: "00-001", city: "Warszawa", country: "PL" };

export const cleanFindings = {
  cause: "drop",
  intentional: false,
  cosmeticOnly: false,
  forceMajeure: false,
  unauthorisedParts: false,
  modified: false,
} as const;
