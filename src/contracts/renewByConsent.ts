import { chargeOf, forgetCard, keptCardMethod, keptCardOf, methods, startPayment } from "../money/index.ts";
import {
  type Deadline,
  type DeadlineKind,
  failPoint,
  type Job,
  systemCaller,
  type Tx,
  transact,
} from "../platform/index.ts";
import { allowRenewal } from "./allowRenewal.ts";
import { type AutoRenewal, type AutoRenewalEnd, renewsItself } from "./autoRenewal.ts";
import { autoRenewalOf, endAutoRenewal } from "./autoRenewalStore.ts";
import { chargeRenewal } from "./chargeRenewal.ts";
import type { Contract } from "./contract.ts";
import { type DeviceRecord, lockDevice } from "./deviceRecord.ts";
import { renewalPrice } from "./renewalPrice.ts";
import { renewalUnderway } from "./renewalStore.ts";
import { countryOfRenewal } from "./renewalTax.ts";
import { termsNow } from "./termsNow.ts";

/**
 * The kind of the deadline at which a plan renews by itself. Its key is the number of the contract that ends.
 */
export const RENEWS_ITSELF = "renews_itself";

export const renewByConsent: DeadlineKind = { kind: RENEWS_ITSELF, run: renew };

/**
 * Starts the payment of what was announced; nothing that was not. Whatever speaks against it ends the
 * consent.
 */
async function renew(tx: Tx, { rootId, key }: Deadline): Promise<void> {
  const record = await lockDevice(tx, { deviceId: rootId });
  const contract = record?.contracts.find(({ no }) => no === Number(key));
  const consent = await autoRenewalOf(tx, rootId);
  if (record === undefined || contract === undefined || consent?.announcedNo !== contract.no) {
    return;
  }
  // Renewed by hand meanwhile, or about to be.
  const isFollowed = record.contracts.some(
    ({ renewsNo, state }) => renewsNo === contract.no && state !== "cancelled",
  );
  if (isFollowed || (await renewalUnderway(tx, rootId)) !== undefined) {
    return;
  }
  const against = await collect(tx, record, contract, consent);
  if (against !== undefined) {
    await stopRenewing(tx, contract, against);
  }
  failPoint(tx.platform, "renewal_collected");
}

/** Makes the charge and starts its payment; answers with what spoke against it. */
async function collect(
  tx: Tx,
  record: DeviceRecord,
  contract: Contract,
  consent: AutoRenewal,
): Promise<AutoRenewalEnd | undefined> {
  const { product, announcedMinor, currency, country: told } = consent;
  const terms = await termsNow(tx, record, contract, tx.at);
  const price = await renewalPrice(tx, contract, product, record.device.model);
  const seen = { amount: announcedMinor ?? 0, currency };
  const facts = { at: tx.at, record, contract, terms, product, price: price?.gross, seen };
  const { accepted, refused } = allowRenewal(facts);
  if (accepted === undefined || !renewsItself(accepted.receipt)) {
    return refused?.code === "price_changed" ? "price_changed" : "not_allowed";
  }
  const country = await countryOfRenewal(tx, contract, terms, told ?? undefined);
  if (country === undefined && (terms.regions.get(contract.region)?.countries.length ?? 0) > 0) {
    // It makes a difference only since they agreed: who pays by hand is asked where they live.
    return "not_allowed";
  }
  const charge = await chargeRenewal(tx, contract, accepted, { price, country });
  if (charge.state === "captured") {
    return undefined;
  }
  const method = await wayToPay(tx, consent);
  if (method === undefined) {
    return "not_paid";
  }
  return (await startPayment(tx, charge, method)).refused === undefined ? undefined : "not_paid";
}

/** The card it agreed to; undefined where that, or the way to pay it came by, is no longer there. */
async function wayToPay(tx: Tx, { deviceId, method, cardNo }: AutoRenewal): Promise<string | undefined> {
  if (!methods(tx.platform).includes(method)) {
    return undefined;
  }
  if (cardNo === null) {
    return method;
  }
  return (await keptCardOf(tx, deviceId, cardNo))?.state === "kept" ? keptCardMethod(cardNo) : undefined;
}

/** Ends the consent of a locked device, says why, and has its card forgotten. */
export async function stopRenewing(
  tx: Tx,
  { deviceId, no }: Pick<Contract, "deviceId" | "no">,
  reason: AutoRenewalEnd,
): Promise<boolean> {
  const ended = await endAutoRenewal(tx, deviceId, tx.at, reason);
  if (ended === undefined) {
    return false;
  }
  if (ended.cardNo !== null) {
    await forgetCard(tx, deviceId, ended.cardNo);
  }
  tx.meet(deviceId, RENEWS_ITSELF, String(no));
  tx.record(deviceId, [{ type: "AutoRenewalEnded", contractNo: no, reason }]);
  return true;
}

/** A payment of a renewal that failed, and why. */
interface UnpaidRenewal {
  readonly deviceId: string;
  readonly contractNo: number;
  readonly chargeNo: number;
  readonly reason: string;
}

/** What a card's bank says that wants to ask its holder, who was not there. */
const WANTS_HOLDER = "authentication_required";

/**
 * A renewal that was collected by consent and could not be paid: the holder is told while there is time to
 * pay by hand. Where the bank only wants to ask its holder, that is all they have to do, and the consent goes
 * on.
 */
export const endUnpaidConsent: Job<UnpaidRenewal> = {
  name: "end_unpaid_consent",
  run: async (platform, { deviceId, contractNo, chargeNo, reason }) => {
    await transact(platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId });
      if ((await autoRenewalOf(tx, deviceId))?.announcedNo !== contractNo) {
        return;
      }
      if (reason !== WANTS_HOLDER) {
        await stopRenewing(tx, { deviceId, no: contractNo }, "not_paid");
        return;
      }
      const asked = await chargeOf(tx, deviceId, chargeNo);
      if (asked?.state === "open") {
        const price = { amount: asked.amountMinor, currency: asked.currency };
        tx.record(deviceId, [{ type: "RenewalNeedsHolder", contractNo, chargeNo, price }]);
      }
    });
  },
};
