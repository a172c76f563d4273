import { accepted, type Decision } from "../../platform/index.ts";
import type { Grant, Period, Receipt, Terms } from "../../terms/index.ts";
import { type Code, isUsable } from "../code.ts";
import { hasDevice } from "../contract.ts";
import type { Device } from "../device.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { activationFacts, deviceFacts } from "../facts.ts";
import type { Invitation } from "../invitations/index.ts";
import { refuse } from "../refusals.ts";
import { refuseCode } from "../refuseCode.ts";
import { slotsGranted } from "../slots.ts";
import { type PartLimit, partLimits } from "../yearlyGrants.ts";

/** What is known when a code is to be bound. */
export interface ActivationFacts {
  readonly at: Temporal.Instant;
  /** Undefined when there is no such code. */
  readonly code: Code | undefined;
  /** The contract the code became is held by the address the caller has proved to be theirs. */
  readonly ownedByCaller: boolean;
  /** The serial as it was given, normalised. */
  readonly serial: string;
  /** The device as the caller tells it; undefined when the model behind a useless code cannot be told. */
  readonly told: Device | undefined;
  /** What our registry has of it; undefined for a device we never saw. */
  readonly record: DeviceRecord | undefined;
  /** A renewal of this device is being paid, or is paid and about to be concluded. */
  readonly renewalUnderway: boolean;
  /** What the device was invited by, while it is open. */
  readonly invitation?: Invitation | undefined;
  /** Of the code's programme; undefined when the code is of no use. */
  readonly terms: Terms | undefined;
}

/** The contract that follows, not yet written. */
export interface Activation {
  readonly code: Code;
  /** What the registry holds of the device afterwards. */
  readonly device: Device;
  readonly contractNo: number;
  readonly period: Period;
  readonly currency: string;
  readonly grants: readonly Grant[];
  readonly partLimits: readonly PartLimit[] | null;
  readonly receipt: Receipt;
  /** By which it was decided. */
  readonly terms: Terms;
}

/** Whether a code may be bound to a device now, and the contract that follows. Pure. */
export function decideActivateContract(facts: ActivationFacts): Decision<Activation> {
  const { at, code, record, serial, terms, told } = facts;
  if (code === undefined || terms === undefined || told === undefined || !isUsable(code, at)) {
    return refuseCode(code, facts.ownedByCaller);
  }
  if (record !== undefined && record.device.model !== told.model) {
    return refuse("model_disagrees");
  }
  const device = record === undefined ? told : merge(record.device, told);
  if (device === undefined) {
    return refuse("activation_disagrees");
  }
  const known = { device, units: record?.units ?? [], contracts: record?.contracts ?? [] };
  const asked = activationFacts(at, code, deviceFacts(known, serial), facts.invitation);
  const receipt = terms.decide("activation", asked);
  if (receipt.outcome !== "allowed") {
    return refuse(receipt.outcome === "undecided" ? "terms_undecided" : "terms_refuse", { receipt });
  }
  const barred = barredWhateverTheTermsSay(known, serial, facts.renewalUnderway);
  if (barred !== undefined) {
    return refuse(barred, { receipt });
  }
  const region = device.region ?? code.region;
  const currency = currencyOf(terms, device.model, region, code.currency);
  if (currency === undefined) {
    return refuse("region_unknown", { receipt });
  }
  return accepted({
    code,
    device,
    contractNo: known.contracts.length + 1,
    period: terms.period(code.plan, at.toString(), region, asked),
    currency,
    grants: slotsGranted(terms, code.plan),
    partLimits: partLimits(terms, code.plan),
    receipt,
    terms,
  });
}

/**
 * What was paid in, whatever else the region uses. Where nothing was paid, what the fees of the model are
 * printed in, else the usual currency of the region. Undefined for a region the terms do not have.
 */
function currencyOf(
  terms: Terms,
  model: string,
  region: string,
  paidIn: string | null | undefined,
): string | undefined {
  const known = terms.regions.get(region);
  return known && (paidIn ?? terms.fees(model, region)[0]?.currency ?? known.currencies[0]);
}

/**
 * Our own record of a device binds, the caller's word fills its gaps. Undefined when they name different
 * first activations, to the minute: then a person must look. A device we know as new may have been
 * activated since.
 */
function merge(known: Device, told: Device): Device | undefined {
  const since = known.activation !== "known";
  if (!since && minuteOf(known.activatedAt) !== minuteOf(told.activatedAt)) {
    return undefined;
  }
  return {
    ...known,
    region: known.region ?? told.region,
    activation: since ? told.activation : known.activation,
    activatedAt: since ? told.activatedAt : known.activatedAt,
    purchasedOn: known.purchasedOn ?? told.purchasedOn,
  };
}

function minuteOf(at: Temporal.Instant | null): string | undefined {
  return at?.round({ smallestUnit: "minute", roundingMode: "floor" }).toString();
}

/**
 * Limits of the registry that no terms can lift: a retired serial is bound to nothing, plans do not overlap,
 * and a renewal whose money may come still has the device for itself.
 */
function barredWhateverTheTermsSay(
  { device, contracts }: DeviceRecord,
  serial: string,
  renewalUnderway: boolean,
): "serial_retired" | "serial_promised" | "contract_running" | "renewal_underway" | undefined {
  if (serial !== device.serial) {
    return serial === device.nextSerial ? "serial_promised" : "serial_retired";
  }
  const running = contracts.some((contract) => hasDevice(contract) || contract.state === "scheduled");
  if (running) {
    return "contract_running";
  }
  return renewalUnderway ? "renewal_underway" : undefined;
}
