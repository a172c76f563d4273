import { Type } from "typebox";
import { accepted, act, badField, line, newId, shape } from "../../platform/index.ts";
import { ImportSchema, importFormats, importOf, importView, insertImport } from "../imports/index.ts";
import { supplierOf } from "../suppliers/index.ts";

/** POST /v1/imports: opens an import of a supplier's file. Its parts come next. */
export const openImport = act({
  route: "POST /v1/imports",
  permission: "catalogue.import",
  summary: "Opens an import of a supplier's file; send its parts, then start it",
  body: shape({
    supplier: Type.String({ minLength: 1, maxLength: 40 }),
    format: Type.Enum([...importFormats]),
    /** What people call the file. */
    name: line(200),
  }),
  reply: ImportSchema,
  status: 201,
  async run(tx, { supplier, format, name }, at) {
    if ((await supplierOf(tx, supplier)) === undefined) {
      throw badField("/supplier", "unknown_supplier", "There is no such supplier: add it first.");
    }
    const importId = newId(at);
    tx.record(importId, [{ type: "ImportOpened", supplier, format }]);
    await insertImport(tx, importId, supplier, format, name, "parts", null, 0, tx.caller.id, at);
    const run = await importOf(tx, importId);
    return accepted(importView(run as NonNullable<typeof run>));
  },
});
