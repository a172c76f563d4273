import { Type } from "typebox";
import { accepted, act, Email, notFound, shape } from "../../platform/index.ts";
import { rootOf } from "../rootOf.ts";
import {
  demandZone,
  lockSupplier,
  SupplierSchema,
  supplierOf,
  supplierView,
  updateSupplier,
} from "../suppliers/index.ts";

const { name, country, zone, cutOff } = SupplierSchema.properties;

/** PUT /v1/suppliers/{supplier}: what is known of a supplier. Its short name stays. */
export const reviseSupplier = act({
  route: "PUT /v1/suppliers/{supplier}",
  permission: "supplier.keep",
  summary: "Writes what is known of a supplier: its names, its clock, until when it takes a day's orders",
  params: shape({ supplier: Type.String({ minLength: 1, maxLength: 40 }) }),
  body: shape({ name, country, zone, cutOff, email: Type.Optional(Email) }),
  reply: SupplierSchema,
  async run(tx, { supplier: key, email, ...wanted }, at) {
    const before = await lockSupplier(tx, key);
    if (before === undefined) {
      throw notFound("supplier");
    }
    demandZone(wanted.zone, at);
    await updateSupplier(tx, key, wanted.name, wanted.country, email, wanted.zone, wanted.cutOff);
    const revised = (await supplierOf(tx, key)) as NonNullable<typeof before>;
    const fields = ["name", "country", "email", "zone", "cutOff"] as const;
    const changed = fields.filter((field) => before[field] !== revised[field]);
    if (changed.length > 0) {
      tx.record(rootOf("supplier", key), [{ type: "SupplierRevised", supplier: key, changed }]);
    }
    return accepted(supplierView(revised));
  },
});
