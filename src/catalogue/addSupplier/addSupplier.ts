import { Type } from "typebox";
import { accepted, act, badField, Email, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { insertSupplier, SupplierSchema, supplierOf, supplierView } from "../suppliers/index.ts";

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
    if (!isZone(given.zone, at)) {
      throw badField("/zone", "unknown_zone", `There is no zone ${given.zone}: write one as Europe/Berlin.`);
    }
    const { supplier: key } = given;
    const values = [key, given.name, given.country, email, given.zone, given.cutOff, at];
    if ((await insertSupplier(tx, ...values)) === 0) {
      return refuse("supplier_exists");
    }
    const added = await supplierOf(tx, key);
    return accepted(supplierView(added as NonNullable<typeof added>));
  },
});

function isZone(zone: string, at: Temporal.Instant): boolean {
  try {
    at.toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
