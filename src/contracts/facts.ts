import type { CodeFacts, DeviceFacts, Facts, Period, PlanFactsGiven, Terms } from "../terms/index.ts";
import type { Code } from "./code.ts";
import { type Contract, hasDevice } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { invitationFact } from "./invitations/invitation.ts";

/**
 * The facts of a device as the terms engine reads them. `serial` is the one it was named by; a retired one
 * shows.
 */
export function deviceFacts({ device, contracts }: DeviceRecord, serial = device.serial): DeviceFacts {
  const live = contracts.find(hasDevice);
  const counted = contracts.filter((contract) => contract.state !== "cancelled");
  return {
    serial,
    model: device.model,
    series: device.series,
    group: device.group,
    region: device.region ?? "unknown",
    activatedAt: firstActivation(device),
    purchasedAt: device.purchasedOn?.toString() ?? "unknown",
    warrantyEndsAt: device.warrantyEndsAt?.toString() ?? "unknown",
    plan: live?.product ?? "none",
    everBound: counted.length > 0,
    monthsCovered: counted.reduce((months, contract) => months + monthsOf(contract), 0),
    replacedBy: serial === device.serial || serial === device.nextSerial ? "none" : device.serial,
  };
}

/** The facts on which it is decided whether a code may be bound to a device, with what it was invited by. */
export function activationFacts(
  at: Temporal.Instant,
  code: Code,
  device: DeviceFacts,
  invited: Parameters<typeof invitationFact>[0],
): Facts {
  return { at: at.toString(), code: codeFacts(code), device, invitation: invitationFact(invited) };
}

function codeFacts({ state, plan, models, region, soldAt, deliveredAt }: Code): CodeFacts {
  return {
    state,
    product: plan,
    models,
    region,
    soldAt: soldAt.toString(),
    deliveredAt: deliveredAt?.toString() ?? "never",
  };
}

/**
 * The facts of the plan a case is judged by. Uses are the slots taken, those reserved by other claims among
 * them, so that the n-th fee counts what is promised already.
 */
export function planFacts(
  record: DeviceRecord,
  contract: Contract | undefined,
  claimNo?: number,
): PlanFactsGiven | "none" {
  if (contract === undefined) {
    return "none";
  }
  const taken = contract.slots.filter((slot) => slot.state !== "free" && slot.claimNo !== claimNo);
  return {
    product: contract.product,
    version: contract.termsVersion,
    region: contract.region,
    serial: record.device.serial,
    status: contract.state,
    startsAt: contract.startsAt.toString(),
    endsAt: contract.endsAt.toString(),
    concludedAt: contract.concludedAt.toString(),
    holder: contract.holderId,
    billing: billingOf(contract),
    uses: taken.map((slot) => ({
      benefit: slot.part ?? slot.benefit,
      ...atOf(slot.usedAt ?? slot.reservedAt),
      reversed: "no" as const,
    })),
    history: historyOf(record.contracts, contract),
  };
}

/** What runs for a month at the most is paid by the month; the rest at once, for its whole term. */
function billingOf({ startsAt, endsAt }: Contract): "monthly" | "term" {
  return Temporal.Instant.compare(startsAt.add({ hours: 32 * 24 }), endsAt) >= 0 ? "monthly" : "term";
}

/** A contract that follows another: on which product and from when. */
export interface Following {
  readonly record: DeviceRecord;
  /** The contract it renews. */
  readonly contract: Contract;
  readonly product: string;
  readonly startsAt: Temporal.Instant;
}

/** When a contract runs that follows another, by all that is known of the device and of what it follows. */
export function periodAfter(
  terms: Terms,
  at: Temporal.Instant,
  { record, contract, product, startsAt }: Following,
): Period {
  const told = planFacts(record, contract);
  const first = countedFrom(record, startsAt, contract);
  const plan = told === "none" ? told : { ...told, startsAt: first };
  const facts = { at: at.toString(), device: deviceFacts(record), plan, invitation: "none" } as const;
  return terms.period(product, startsAt.toString(), contract.region, facts);
}

/**
 * Periods that follow one another count from the start of the first of them, back to where there was a gap.
 * One that begins after a gap follows none.
 */
function countedFrom({ contracts }: DeviceRecord, startsAt: Temporal.Instant, contract: Contract): string {
  let first = contracts.find(({ state, endsAt }) => state !== "cancelled" && endsAt.equals(startsAt));
  for (let before = first; before !== undefined; ) {
    first = before;
    const { renewsNo, startsAt: begins } = before;
    before = contracts.find(({ no, endsAt }) => no === renewsNo && endsAt.equals(begins));
  }
  return (first?.startsAt ?? contract.endsAt).toString();
}

/**
 * The contract a case is judged by: the one that ran when it happened, else the one that runs now, else the
 * last that ran. Undefined when the device never had one.
 */
export function currentContract(
  { contracts }: DeviceRecord,
  happenedAt?: Temporal.Instant,
): Contract | undefined {
  const begun = contracts.filter(({ state }) => !GIVES_NOTHING.has(state));
  const then = begun.filter((contract) => happenedAt !== undefined && runsAt(contract, happenedAt));
  return then.at(-1) ?? begun.find(hasDevice) ?? begun.at(-1);
}

/** Not begun, ended early, or disputed: nothing is judged by these. */
const GIVES_NOTHING: ReadonlySet<Contract["state"]> = new Set(["scheduled", "cancelled", "suspended"]);

/** Whether an instant lies in the half-open period of a contract. */
export function runsAt({ startsAt, endsAt }: Contract, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startsAt, at) <= 0 && Temporal.Instant.compare(at, endsAt) < 0;
}

function firstActivation({ activation, activatedAt }: DeviceRecord["device"]): string {
  return activation === "known" && activatedAt !== null ? activatedAt.toString() : activation;
}

function monthsOf({ startsAt, endsAt, zone }: Contract): number {
  const [from, to] = [startsAt, endsAt].map((at) => at.toZonedDateTimeISO(zone).toPlainDate());
  return from === undefined || to === undefined ? 0 : from.until(to, { largestUnit: "month" }).months;
}

function atOf(at: Temporal.Instant | null): { at?: string } {
  return at === null ? {} : { at: at.toString() };
}

function historyOf(contracts: readonly Contract[], contract: Contract): readonly string[] | "none" {
  const earlier = contracts.filter(({ no, state }) => no < contract.no && state !== "cancelled");
  return earlier.length === 0 ? "none" : earlier.map(({ product }) => product);
}
