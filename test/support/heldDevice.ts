import type { Contract, DeviceRecord, Slot } from "../../src/contracts/index.ts";

const START = Temporal.Instant.from("2026-06-01T10:00:00Z");
const DEVICE = "01m7ynaym0vqhpgnwdrkms6x8c";

/** Replacements of a contract: so many used, reserved by claim 7, and free. */
export function slots(count: { used?: number; reserved?: number; free?: number }): Slot[] {
  const states = [
    ...Array<Slot["state"]>(count.used ?? 0).fill("used"),
    ...Array<Slot["state"]>(count.reserved ?? 0).fill("reserved"),
    ...Array<Slot["state"]>(count.free ?? 0).fill("free"),
  ];
  return states.map((state, index) => ({
    benefit: "replacement",
    no: index + 1,
    state,
    claimNo: { free: null, reserved: 7, used: index + 1 }[state],
    reservedAt: state === "free" ? null : START.add({ hours: index }),
    usedAt: state === "used" ? START.add({ hours: index + 1 }) : null,
  }));
}

/** A running one-year plan of a Mavic Pro in Europe. */
export function heldContract(more: Partial<Contract> = {}): Contract {
  return {
    deviceId: DEVICE,
    no: 1,
    programme: "dji-care-refresh",
    termsVersion: "2025-06",
    product: "care-1y",
    region: "EU",
    zone: "Atlantic/Azores",
    currency: "EUR",
    holderId: "holder",
    state: "active",
    startsAt: START,
    endsAt: Temporal.Instant.from("2027-06-02T00:00:00Z"),
    renewsNo: null,
    heldFrom: null,
    purchase: null,
    concludedAt: START,
    slots: slots({ free: 2 }),
    ...more,
  };
}

/** The record of a Mavic Pro with these contracts. */
export function heldDevice(
  contracts: readonly Contract[] = [heldContract()],
  more: Partial<DeviceRecord["device"]> = {},
): DeviceRecord {
  const serial = more.serial ?? "MVP1234567";
  return {
    device: {
      deviceId: DEVICE,
      serial,
      model: "mavic-pro",
      series: "mavic",
      group: "aircraft",
      region: "EU",
      activation: "known",
      activatedAt: START,
      purchasedOn: null,
      warrantyEndsAt: null,
      createdAt: START,
      ...more,
    },
    units: [{ no: 1, serial, from: START, to: null, reason: "first" }],
    contracts,
  };
}
