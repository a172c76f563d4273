import { type Static, Type } from "typebox";
import { type Asker, modelOf, termsOf } from "../catalogue/index.ts";
import { Day, Instant, shape } from "../platform/index.ts";
import { type Contract, contractStates, type Slot as HeldSlot } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { currentContract, deviceFacts, planFacts } from "./facts.ts";
import { type PrintedFees, printedFees } from "./printedFees.ts";
import { REPLACEMENT } from "./slots.ts";

const Slot = shape({
  benefit: Type.String(),
  /** Counts from 1 inside its benefit, in the order of use. */
  nth: Type.Integer({ minimum: 1 }),
  state: Type.Enum(["used", "reserved", "free", "not yet"]),
  usedAt: Type.Optional(Instant),
  /** Minor units of the ribbon's currency. */
  feeMinor: Type.Optional(Type.Integer({ minimum: 0 })),
});

const Plan = shape({
  product: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  state: Type.Enum([...contractStates]),
  slots: Type.Array(Slot),
});
type Plan = Static<typeof Plan>;

/** What the coverage ribbon is drawn from. What is left out is unknown. */
export const RibbonFacts = shape({
  today: Instant,
  zone: Type.String(),
  currency: Type.String(),
  device: shape({ name: Type.String(), model: Type.String() }),
  units: Type.Array(
    shape({ serial: Type.String(), from: Type.Optional(Instant), to: Type.Optional(Instant) }),
  ),
  boughtAt: Type.Optional(Day),
  activatedAt: Type.Optional(Type.Union([Instant, Type.Literal("never")])),
  warranty: Type.Optional(shape({ from: Type.Optional(Instant), to: Type.Optional(Instant) })),
  contracts: Type.Array(Plan),
  openClaim: Type.Optional(shape({ reportedAt: Instant, sentence: Type.String() })),
  deadlines: Type.Array(shape({ label: Type.String(), at: Instant, kind: Type.Enum(["act", "may"]) })),
  renewal: Type.Optional(shape({ from: Instant, until: Instant })),
});
export type RibbonFacts = Static<typeof RibbonFacts>;

/** What only modules to the right know: the case that is open, and what falls due in it. */
export interface RibbonExtras {
  readonly openClaim?: NonNullable<RibbonFacts["openClaim"]>;
  readonly deadlines?: RibbonFacts["deadlines"];
}

/** The facts of the coverage ribbon of a device. */
export async function ribbonFacts(
  db: Asker & { readonly at: Temporal.Instant },
  record: DeviceRecord,
  extras: RibbonExtras = {},
): Promise<RibbonFacts> {
  const { device } = record;
  const shown = record.contracts.filter(({ state }) => state !== "cancelled");
  const current = currentContract(record) ?? shown[0];
  const [model, feesOfCurrent, renewal] = await Promise.all([
    modelOf(db, device.serial, device.model),
    current === undefined ? undefined : feesOf(db, current, device.model),
    renewalWindow(db, record),
  ]);
  const currency = feesOfCurrent?.currency ?? "EUR";
  const contracts = await Promise.all(
    shown.map((contract) => toRibbonContract(db, contract, { model: device.model, currency })),
  );
  return {
    today: db.at.toString(),
    // A cancelled plan is not drawn, but the device's days are still those of its region.
    zone: (current ?? record.contracts.at(-1))?.zone ?? "UTC",
    currency,
    device: { name: model?.name ?? device.model, model: device.model },
    units: unitsOf(record),
    ...(device.purchasedOn === null ? {} : { boughtAt: device.purchasedOn.toString() }),
    ...(device.activation === "unknown" ? {} : { activatedAt: device.activatedAt?.toString() ?? "never" }),
    ...(device.warrantyEndsAt === null ? {} : { warranty: { to: device.warrantyEndsAt.toString() } }),
    contracts,
    deadlines: [],
    ...(renewal === undefined ? {} : { renewal }),
    ...extras,
  };
}

/** When the first unit came into use is only known when its first activation is. */
function unitsOf({ device, units }: DeviceRecord): RibbonFacts["units"] {
  return units.map((unit) => ({
    serial: unit.serial,
    ...(unit.no === 1 && device.activation !== "known" ? {} : { from: unit.from.toString() }),
    ...(unit.to === null ? {} : { to: unit.to.toString() }),
  }));
}

async function feesOf(db: Asker, contract: Contract, model: string): Promise<PrintedFees> {
  return printedFees(await termsOf(db, contract.programme, contract.termsVersion), contract, model);
}

/** One ribbon has one currency: fees in another are left out. */
async function toRibbonContract(
  db: Asker,
  contract: Contract,
  { model, currency }: { readonly model: string; readonly currency: string },
): Promise<Plan> {
  const printed = await feesOf(db, contract, model);
  const fees = printed.currency === currency ? printed.fees : [];
  return {
    product: contract.product,
    startsAt: contract.startsAt.toString(),
    endsAt: contract.endsAt.toString(),
    state: contract.state,
    slots: inOrderOfUse(contract.slots).map(({ nth, slot }) => {
      const fee = fees.find(
        (priced) => priced.nth === nth && (priced.benefit ?? REPLACEMENT) === slot.benefit,
      );
      return {
        benefit: slot.benefit,
        nth,
        state: contract.state === "scheduled" ? "not yet" : slot.state,
        ...(slot.usedAt === null ? {} : { usedAt: slot.usedAt.toString() }),
        ...(fee === undefined ? {} : { feeMinor: fee.amount }),
      };
    }),
  };
}

/**
 * Used slots by when they were used, then those reserved, then the free ones: the n-th use of its benefit.
 */
export function inOrderOfUse(
  slots: readonly HeldSlot[],
): { readonly nth: number; readonly slot: HeldSlot }[] {
  const rank = { used: 0, reserved: 1, free: 2 };
  const since = ({ usedAt, reservedAt }: HeldSlot) => (usedAt ?? reservedAt)?.epochMilliseconds ?? 0;
  return [...Map.groupBy(slots, ({ benefit }) => benefit).values()].flatMap((all) =>
    all
      .toSorted(
        (one, other) => rank[one.state] - rank[other.state] || since(one) - since(other) || one.no - other.no,
      )
      .map((slot, index) => ({ nth: index + 1, slot })),
  );
}

async function renewalWindow(
  db: Asker & { readonly at: Temporal.Instant },
  record: DeviceRecord,
): Promise<RibbonFacts["renewal"]> {
  const contract = record.contracts.findLast(({ state }) => state !== "cancelled");
  if (contract === undefined || contract.state === "scheduled") {
    return undefined;
  }
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const facts = { at: db.at.toString(), device: deviceFacts(record), plan: planFacts(record, contract) };
  const { outcome, deadlines } = terms.decide("renewal", facts);
  const window = deadlines.find(({ tells }) => tells !== true);
  return outcome === "allowed"
    ? { from: contract.startsAt.toString(), until: window?.to ?? contract.endsAt.toString() }
    : undefined;
}
