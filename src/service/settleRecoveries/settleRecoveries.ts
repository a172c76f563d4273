import { Type } from "typebox";
import { takeSupplierPayment } from "../../money/index.ts";
import { accepted, act, badField, readPublicId, shape } from "../../platform/index.ts";
import {
  lockRecovery,
  payRow,
  type Recovery,
  RecoverySchema,
  recoveryView,
  supplierRoot,
} from "../recoveries/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/recovery-payments: money that came to our bank pays what a supplier has accepted, to the cent. */
export const settleRecoveries = act({
  route: "POST /v1/recovery-payments",
  permission: "recovery.settle",
  summary: "Gives a credit of the bank to the recoveries of a supplier that it pays",
  body: shape({
    supplier: Type.String({ maxLength: 30 }),
    credit: Type.String({ maxLength: 60 }),
    recoveries: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 200, uniqueItems: true }),
  }),
  reply: shape({ data: Type.Array(RecoverySchema) }),
  dryRun: true,
  run: async (tx, { supplier, credit, recoveries }, at) => {
    const creditId = readPublicId("crd", credit);
    if (creditId === undefined || creditId.no !== undefined) {
      throw badField("/credit", "unknown_credit", "Name the credit by its id: crd_…");
    }
    const locked: Recovery[] = [];
    // By their ids, one after the other: two payments at once never wait for each other in a ring.
    for (const id of recoveries.toSorted()) {
      locked.push(await lockRecovery(tx, id));
    }
    const [first] = locked;
    const isOne = locked.every((one) => one.supplier === supplier && one.currency === first?.currency);
    if (first === undefined || !isOne) {
      throw badField("/recoveries", "not_of_one", "All must be of this supplier, and of one currency.");
    }
    for (const { deviceId, no } of locked) {
      if ((await payRow(tx, deviceId, no, at, creditId.rootId)) === undefined) {
        return refuse("recovery_not_at_this_step");
      }
    }
    const amountMinor = locked.reduce((sum, one) => sum + (one.acceptedMinor ?? 0), 0);
    const supplierRootId = supplierRoot(supplier);
    const { currency } = first;
    const paid = { creditId: creditId.rootId, supplierRootId, supplier, currency, amountMinor };
    const taken = await takeSupplierPayment(tx, paid);
    if (taken.refused !== undefined) {
      return taken;
    }
    for (const { deviceId, no, claimNo, acceptedMinor } of locked) {
      const amount = { amount: acceptedMinor ?? 0, currency };
      tx.record(deviceId, [{ type: "RecoveryPaid", claimNo, recoveryNo: no, supplier, amount }]);
    }
    const after = { state: "paid", paidAt: at, creditId: creditId.rootId } as const;
    return accepted({ data: locked.map((one) => recoveryView({ ...one, ...after })) });
  },
});
