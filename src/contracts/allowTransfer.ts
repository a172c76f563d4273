import { accepted, type Decision } from "../platform/index.ts";
import type { Facts, Receipt, Terms } from "../terms/index.ts";
import type { Contract } from "./contract.ts";
import type { DeviceRecord } from "./deviceRecord.ts";
import { deviceFacts, planFacts } from "./facts.ts";
import { refuse } from "./refusals.ts";
import type { Transfer } from "./transfer.ts";

/** What is known when a contract is to pass to another holder. */
export interface TransferFacts {
  readonly at: Temporal.Instant;
  readonly record: DeviceRecord;
  readonly contract: Contract;
  /** The terms the contract was concluded under. */
  readonly terms: Terms;
  /** All transfers of the device, ended ones among them. */
  readonly transfers: readonly Transfer[];
  /** Whether the one who asks and the one who is to have it are known by the same address. */
  readonly isToOneself: boolean;
  readonly openClaimNo: number | undefined;
  readonly isRenewalUnderway: boolean;
  /** When it was asked for; the same as `at` while it is being asked. */
  readonly requestedAt: Temporal.Instant;
}

/** A transfer the terms allow. */
export interface TransferAllowed {
  readonly receipt: Receipt;
  readonly loses: readonly string[];
}

/**
 * Whether a contract may pass to another holder: asked when it is requested, and again when it is agreed to.
 * Pure.
 */
export function allowTransfer(facts: TransferFacts): Decision<TransferAllowed> {
  const { contract, terms, openClaimNo } = facts;
  if (facts.isToOneself) {
    return refuse("transfer_to_oneself");
  }
  if (contract.state !== "active") {
    return refuse("contract_not_running");
  }
  if (openClaimNo !== undefined) {
    return refuse("claim_underway");
  }
  if (facts.isRenewalUnderway) {
    return refuse("renewal_being_paid");
  }
  const receipt = terms.decide("transfer", transferFacts(facts));
  if (receipt.outcome !== "allowed") {
    return refuse(receipt.outcome === "undecided" ? "terms_undecided" : "terms_refuse", { receipt });
  }
  return accepted({ receipt, loses: losesOf(receipt) });
}

/** The facts the terms decide by. */
function transferFacts({ at, record, contract, transfers, requestedAt }: TransferFacts): Facts {
  const times = transfers.filter(
    ({ contractNo, state }) => contractNo === contract.no && state === "agreed",
  ).length;
  return {
    at: at.toString(),
    device: deviceFacts(record),
    plan: planFacts(record, contract),
    transfer: { to: "holder", times, requestedAt: requestedAt.toString() },
  };
}

/** What the clauses that allow it take from the next holder. */
function losesOf({ because }: Receipt): readonly string[] {
  return because.flatMap(({ detail }) => (Array.isArray(detail?.loses) ? detail.loses.map(String) : []));
}
