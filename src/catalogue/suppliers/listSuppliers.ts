import { Type } from "typebox";
import { PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { SupplierSchema, supplierView } from "./supplier.ts";
import { pageOfSuppliers, supplierOf } from "./supplierStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/suppliers: who sends us goods, by short name. A cursor is the last one that was shown. */
export const listSuppliers = read({
  route: "GET /v1/suppliers",
  permission: "supplier.read",
  summary: "Lists suppliers, found by their names",
  query: shape({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 100 })) }),
  reply: page(SupplierSchema),
  csv: true,
  async run(db, { search, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && (await supplierOf(db, after)) === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfSuppliers(db, after ?? "", search?.trim() ?? "", limit + 1);
    const suppliers = found.slice(0, limit);
    return {
      data: suppliers.map(supplierView),
      nextCursor: found.length > limit ? (suppliers.at(-1)?.supplier ?? null) : null,
    };
  },
});
