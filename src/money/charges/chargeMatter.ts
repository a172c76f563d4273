import { publicId, type Queryable } from "../../platform/index.ts";
import { cardBehind } from "../cards/index.ts";
import type { Charge, Purpose } from "../charge.ts";
import type { Asked, Matter } from "../matter.ts";
import { chargeOf, chargesNamed } from "../store.ts";
import { captureCharges } from "./captureCharge.ts";

/** Collecting a charge: the first thing money moves for. */
export const chargeMatter: Matter = {
  about: "charge",
  asked: async (db, rootId, no) => askedOf(db, await chargeOf(db, rootId, no)),
  async askedTogether(db, of) {
    const charges = await chargesNamed(
      db,
      of.map(({ rootId }) => rootId),
      of.map(({ no }) => no),
    );
    const named = (one: (typeof of)[number]) =>
      charges.find(({ rootId, no }) => rootId === one.rootId && no === one.no);
    return await Promise.all(of.map((one) => askedOf(db, named(one))));
  },
  succeed: (tx, rootId, no, end) => captureCharges(tx, [{ rootId, no, end }]),
  succeedTogether: captureCharges,
  async fail(tx, rootId, no, { attemptNo, reason }) {
    const told = await purposeOf(tx, rootId, no);
    tx.record(rootId, [{ type: "PaymentFailed", ...told, chargeNo: no, attemptNo, reason }]);
  },
  told: purposeOf,
};

async function askedOf(db: Queryable, charge: Charge | undefined): Promise<Asked | undefined> {
  if (charge?.state !== "open") {
    return undefined;
  }
  const { rootId, no, amountMinor, currency, attempt } = charge;
  const card = await cardBehind(db, rootId, attempt?.method);
  return {
    amount: { amount: amountMinor, currency },
    reference: publicId("chg", rootId, no),
    returnUrl: pageOf(charge),
    ...(card && { card }),
  };
}

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
