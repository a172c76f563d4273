import { accepted, type Decision } from "../../platform/index.ts";
import type { Grant, Period, Terms } from "../../terms/index.ts";
import { type Contract, type ContractState, hasDevice } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { periodAfter } from "../facts.ts";
import { refuse } from "../refusals.ts";
import { slotsGranted } from "../slots.ts";
import { warrantyAfter } from "../warrantyAfter.ts";

/** What is known when the money of a renewal has come. */
export interface PaidRenewalFacts {
  readonly at: Temporal.Instant;
  readonly record: DeviceRecord;
  readonly contract: Contract;
  readonly product: string;
  /** The terms the next contract is concluded under. */
  readonly terms: Terms;
}

/** The contract that follows. */
export interface Successor {
  readonly no: number;
  readonly state: ContractState;
  readonly period: Period;
  readonly grants: readonly Grant[];
  /** The maker's warranty afterwards; undefined when the product does not lengthen it. */
  readonly warrantyEndsAt: Temporal.Instant | undefined;
  /** By how much the product lengthens it: `1 year`. */
  readonly longerBy?: string | undefined;
}

/**
 * The contract that follows a paid renewal. It was decided when the payment was started, and what was
 * promised then stands: a replacement used or a midnight passed since takes nothing away. It begins where the
 * plan that has the device ends, or now when that is past: money that came late buys a whole year all the
 * same. Refused when it is concluded already, or when the money must go back. Pure.
 */
export function decideConcludeRenewal(facts: PaidRenewalFacts): Decision<Successor> {
  const { at, record, contract, product, terms } = facts;
  if (record.contracts.some(({ renewsNo, state }) => renewsNo === contract.no && state !== "cancelled")) {
    return refuse("renewed_already");
  }
  if (contract.state === "cancelled" || record.contracts.some(({ state }) => state === "scheduled")) {
    return refuse("renewal_has_no_place");
  }
  const startsAt = startOfNext(facts);
  const extension = terms.warrantyExtension(product);
  return accepted({
    no: record.contracts.length + 1,
    state: record.contracts.some(hasDevice) ? "scheduled" : "active",
    period: periodAfter(terms, at, { record, contract, product, startsAt }),
    grants: slotsGranted(terms, product),
    warrantyEndsAt: extension === undefined ? undefined : warrantyAfter(record, contract, extension),
    ...(extension === undefined ? {} : { longerBy: extension }),
  });
}

/**
 * When it begins. Past its end a contract is still in the way, until its deadline is met; then what waits for
 * it begins. Pure.
 */
export function startOfNext({
  at,
  record,
  contract,
}: Pick<PaidRenewalFacts, "at" | "record" | "contract">): Temporal.Instant {
  const { endsAt } = record.contracts.find(hasDevice) ?? contract;
  return Temporal.Instant.compare(at, endsAt) < 0 ? endsAt : at;
}
