import { Type } from "typebox";
import { accepted, act, Email, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { demandZone, insertSupplier, SupplierSchema, supplierOf, supplierView } from "../suppliers/index.ts";

const { supplier, name, country, zone, cutOff } = SupplierSchema.properties;

/** POST /v1/suppliers: adds who sends us goods. */
export const addSupplier = act({
  route: "POST /v1/suppliers",
  permission: "supplier.keep",
  summary: "Adds a supplier, with the clock of its warehouse and until when it takes a day's orders",
  body: shape({ supplier, name, country, zone, cutOff, email: Type.Optional(Email) }),
  reply: SupplierSchema,
  status: 201,
  async run(tx, { email, ...given }, at) {
    demandZone(given.zone, at);
    const { supplier: key } = given;
    const values = [key, given.name, given.country, email, given.zone, given.cutOff, at];
    if ((await insertSupplier(tx, ...values)) === 0) {
      return refuse("supplier_exists");
    }
    const added = await supplierOf(tx, key);
    return accepted(supplierView(added as NonNullable<typeof added>));
  },
});
