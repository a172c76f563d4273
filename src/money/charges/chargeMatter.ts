import { publicId, type Queryable } from "../../platform/index.ts";
import { cardBehind } from "../cards/index.ts";
import type { Charge, Purpose } from "../charge.ts";
import type { Matter } from "../matter.ts";
import { chargeOf } from "../store.ts";
import { captureCharge } from "./captureCharge.ts";

/** Collecting a charge: the first thing money moves for. */
export const chargeMatter: Matter = {
  about: "charge",
  async asked(db, rootId, no) {
    const charge = await chargeOf(db, rootId, no);
    if (charge?.state !== "open") {
      return undefined;
    }
    const card = await cardBehind(db, rootId, charge.attempt?.method);
    return {
      amount: { amount: charge.amountMinor, currency: charge.currency },
      reference: publicId("chg", rootId, no),
      returnUrl: pageOf(charge),
      ...(card && { card }),
    };
  },
  succeed: captureCharge,
  async fail(tx, rootId, no, { attemptNo, reason }) {
    const told = await purposeOf(tx, rootId, no);
    tx.record(rootId, [{ type: "PaymentFailed", ...told, chargeNo: no, attemptNo, reason }]);
  },
  told: purposeOf,
};

/** Where a payer comes back to. */
function pageOf({ rootId, purpose, subjectNo }: Charge): string {
  const pages: Readonly<Record<Purpose, string>> = {
    order: `/orders/${publicId("ord", rootId)}`,
    claim_fee: `/cases/${publicId("clm", rootId, subjectNo ?? 1)}`,
    top_up: "/console/home",
    renewal: `/renew/${publicId("ctr", rootId, subjectNo ?? 1)}`,
  };
  return pages[purpose];
}

async function purposeOf(db: Queryable, rootId: string, no: number): Promise<object> {
  const charge = await chargeOf(db, rootId, no);
  return { purpose: charge?.purpose, subjectNo: charge?.subjectNo };
}
