import assert from "node:assert/strict";
import { termsInForce, termsOf } from "../../catalogue/index.ts";
import { beginEarning, chargeOf } from "../../money/index.ts";
import { failPoint, type Job, systemCaller, type Tx, transact, waking } from "../../platform/index.ts";
import { scheduleYear } from "../beginYear.ts";
import { type Contract, contractId } from "../contract.ts";
import { contractRow } from "../contractRow.ts";
import { insertContract } from "../contractStore.ts";
import { lockDevice } from "../deviceRecord.ts";
import { extendWarranty } from "../deviceStore.ts";
import { CONTRACT_ENDS } from "../endContract.ts";
import { purchaseOfNext } from "../purchase.ts";
import { scheduleReminder } from "../remindOfRenewal.ts";
import { oweRefund, type Renewal, renewalOfCharge } from "../renewalStore.ts";
import { partLimits } from "../yearlyGrants.ts";
import { decideConcludeRenewal, type Successor } from "./decideConcludeRenewal.ts";

/** Which charge was captured, on which root, and what it was for. */
export interface CapturedRenewal {
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly purpose: string;
}

/** Concludes the contract that a captured charge paid for. Runs any number of times, concludes once. */
export const concludeRenewal: Job<CapturedRenewal> = waking(
  {
    name: "conclude_renewal",
    run: async (platform, captured) => {
      if (captured.purpose === "renewal") {
        failPoint(platform, "renewal_before_conclude");
        await transact(platform, systemCaller, async (tx) => {
          await conclude(tx, captured);
          failPoint(platform, "renewal_saved");
        });
        failPoint(platform, "renewal_concluded");
      }
    },
  },
  ({ deviceId }) => deviceId,
);

async function conclude(tx: Tx, { deviceId, chargeNo }: CapturedRenewal): Promise<void> {
  const [record, renewal] = await Promise.all([
    lockDevice(tx, { deviceId }),
    renewalOfCharge(tx, deviceId, chargeNo),
  ]);
  const contract = record?.contracts.find(({ no }) => no === renewal?.contractNo);
  assert(
    record !== undefined && contract !== undefined && renewal !== undefined,
    "a paid renewal is on record",
  );
  const { product } = renewal;
  const terms = await termsFor(tx, contract, product);
  const decision = decideConcludeRenewal({ at: tx.at, record, contract, product, terms });
  if (decision.accepted !== undefined) {
    await save(tx, { contract, renewal, terms, successor: decision.accepted });
  } else if (decision.refused.code !== "renewed_already") {
    await owe(tx, contract, renewal, decision.refused.code);
  }
}

/** The money of a renewal that cannot be concluded belongs to its owner: said once, for a person to see. */
async function owe(tx: Tx, contract: Contract, { chargeNo }: Renewal, reason: string): Promise<void> {
  const { deviceId, no: contractNo } = contract;
  if ((await oweRefund(tx, deviceId, chargeNo, tx.at)) === undefined) {
    return;
  }
  tx.record(deviceId, [{ type: "RenewalRefundDue", contractNo, chargeNo, reason }]);
  tx.platform.log.error({ deviceId, contractNo, chargeNo, reason }, "a paid renewal must be paid back");
}

/**
 * The terms in force now; those of the contract itself when newer ones no longer know the product it was
 * promised.
 */
async function termsFor(tx: Tx, contract: Contract, product: string): ReturnType<typeof termsOf> {
  const newest = await termsInForce(tx, contract.programme, tx.at, contract.region);
  return newest.plans().some((plan) => plan.product === product)
    ? newest
    : await termsOf(tx, contract.programme, contract.termsVersion);
}

async function save(
  tx: Tx,
  paid: {
    readonly contract: Contract;
    readonly renewal: Renewal;
    readonly terms: Awaited<ReturnType<typeof termsOf>>;
    readonly successor: Successor;
  },
): Promise<void> {
  const { contract, renewal, terms, successor } = paid;
  const { deviceId } = contract;
  const { no, state, period, grants, warrantyEndsAt } = successor;
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
    warrantyEndsAt === undefined ? undefined : extendWarranty(tx, deviceId, warrantyEndsAt),
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

function renewed({
  contract,
  renewal,
  terms,
  successor,
}: Parameters<typeof save>[1]): { type: string } & Record<string, unknown> {
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
