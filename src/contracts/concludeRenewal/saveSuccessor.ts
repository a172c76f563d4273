import { beginEarning, chargeOf } from "../../money/index.ts";
import type { DomainEvent, Tx } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { scheduleYear } from "../beginYear.ts";
import { type Contract, contractId } from "../contract.ts";
import { contractRow } from "../contractRow.ts";
import { insertContract } from "../contractStore.ts";
import { extendWarranty } from "../deviceStore.ts";
import { CONTRACT_ENDS } from "../endContract.ts";
import { purchaseOfNext } from "../purchase.ts";
import { scheduleReminder } from "../remindOfRenewal.ts";
import type { Renewal } from "../renewalStore.ts";
import { partLimits } from "../yearlyGrants.ts";
import type { Successor } from "./decideConcludeRenewal.ts";

/** What was paid for, and the contract that follows from it. */
interface PaidRenewal {
  readonly contract: Contract;
  readonly renewal: Renewal;
  readonly terms: Terms;
  readonly successor: Successor;
}

/** Writes the contract that a renewal was paid for, on a locked device, with all that falls due on it. */
export async function saveSuccessor(tx: Tx, paid: PaidRenewal): Promise<void> {
  const { contract, renewal, terms, successor } = paid;
  const { deviceId } = contract;
  const { no, state, period, grants, warrantyEndsAt, longerBy } = successor;
  const charge = await chargeOf(tx, deviceId, renewal.chargeNo);
  const [startsAt, endsAt] = [Temporal.Instant.from(period.startsAt), Temporal.Instant.from(period.endsAt)];
  await Promise.all([
    insertContract(
      tx,
      contractRow(
        {
          ...contract,
          ...{ no, state, product: renewal.product, termsVersion: terms.version, zone: period.zone },
          ...{ startsAt, endsAt },
          // Of what was paid, should that be another than the contract's.
          currency: charge?.currency ?? contract.currency,
          renewsNo: contract.no,
          heldFrom: null,
          concludedAt: tx.at,
          purchase: purchaseOfNext(contract.purchase ?? null, renewal.country),
        },
        renewal,
        partLimits(terms, renewal.product),
      ),
      JSON.stringify(grants),
    ),
    warrantyEndsAt === undefined
      ? undefined
      : extendWarranty(tx, deviceId, warrantyEndsAt, contract.zone, tx.at, longerBy, null, no, tx.caller.id),
    beginEarning(
      tx,
      { rootId: deviceId, chargeNo: renewal.chargeNo },
      { contractId: contractId({ deviceId, no }), startsAt, endsAt },
    ),
  ]);
  tx.schedule(deviceId, CONTRACT_ENDS, String(no), endsAt);
  scheduleReminder(tx, { deviceId, no, startsAt, endsAt });
  const next = { deviceId, no, product: renewal.product, zone: period.zone, startsAt, endsAt };
  scheduleYear(tx, next, terms);
  tx.record(deviceId, [renewed(paid)]);
}

function renewed({ contract, renewal, terms, successor }: PaidRenewal): DomainEvent {
  return {
    type: "ContractRenewed",
    contractNo: successor.no,
    renewsNo: contract.no,
    chargeNo: renewal.chargeNo,
    product: renewal.product,
    termsVersion: terms.version,
    termsHash: terms.hash,
    state: successor.state,
    startsAt: successor.period.startsAt,
    endsAt: successor.period.endsAt,
    ...(successor.warrantyEndsAt === undefined
      ? {}
      : { warrantyEndsAt: successor.warrantyEndsAt.toString() }),
  };
}
