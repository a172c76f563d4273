import { type Asker, modelOf, termsOf } from "../catalogue/index.ts";
import type { Contract, Slot } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { currentContract, deviceFacts, planFacts } from "./facts.ts";

/** A use of the ribbon: what it granted, and its fee while it may still be asked for. */
export interface RibbonSlot {
  readonly benefit: string;
  /** Counts from 1 inside its benefit, in the order of use. */
  readonly nth: number;
  readonly state: "used" | "reserved" | "free" | "not yet";
  readonly usedAt?: string;
  /** Minor units of the ribbon's currency. */
  readonly feeMinor?: number;
}

/** A contract as the ribbon draws it. */
export interface RibbonContract {
  readonly product: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly slots: readonly RibbonSlot[];
}

/** What the coverage ribbon is drawn from. What is left out is unknown; instants are RFC 3339. */
export interface RibbonFacts {
  readonly today: string;
  readonly zone: string;
  readonly currency: string;
  readonly device: { readonly name: string; readonly model: string };
  readonly units: readonly { readonly serial: string; readonly from?: string; readonly to?: string }[];
  readonly boughtAt?: string;
  readonly activatedAt?: string;
  readonly warranty?: { readonly from?: string; readonly to?: string };
  readonly contracts: readonly RibbonContract[];
  readonly openClaim?: { readonly reportedAt: string; readonly sentence: string };
  readonly deadlines: readonly {
    readonly label: string;
    readonly at: string;
    readonly kind: "act" | "may";
  }[];
  readonly renewal?: { readonly from: string; readonly until: string };
}

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
  const [model, contracts, renewal] = await Promise.all([
    modelOf(db, device.serial, device.model),
    Promise.all(shown.map((contract) => toRibbonContract(db, contract, device.model))),
    renewalWindow(db, record),
  ]);
  return {
    today: db.at.toString(),
    zone: current?.zone ?? "UTC",
    currency: current?.currency ?? "EUR",
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

async function toRibbonContract(db: Asker, contract: Contract, model: string): Promise<RibbonContract> {
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const fees = terms.fees(model, contract.region).filter(({ currency }) => currency === contract.currency);
  return {
    product: contract.product,
    startsAt: contract.startsAt.toString(),
    endsAt: contract.endsAt.toString(),
    state: contract.state,
    slots: inOrderOfUse(contract.slots).map(({ nth, slot }) => {
      const fee = fees.find((priced) => priced.nth === nth);
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

/** Used slots by when they were used, then those reserved, then the free ones: the n-th use of its benefit. */
export function inOrderOfUse(slots: readonly Slot[]): { readonly nth: number; readonly slot: Slot }[] {
  const rank = { used: 0, reserved: 1, free: 2 };
  const since = ({ usedAt, reservedAt }: Slot) => (usedAt ?? reservedAt)?.epochMilliseconds ?? 0;
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
  const contract = record.contracts.find(({ state }) => state === "active");
  if (contract === undefined || record.contracts.some(({ state }) => state === "scheduled")) {
    return undefined;
  }
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const facts = { at: db.at.toString(), device: deviceFacts(record), plan: planFacts(record, contract) };
  return terms.verdict("renewal", facts) === "allowed"
    ? { from: contract.startsAt.toString(), until: contract.endsAt.toString() }
    : undefined;
}
