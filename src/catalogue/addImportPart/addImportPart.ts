import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { countParts, insertPart, lockSeenImport } from "../imports/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/imports/{id}/parts: the next part of the file. Sent again with its number, it is refused. */
export const addImportPart = act({
  route: "POST /v1/imports/{id}/parts",
  permission: "catalogue.import",
  summary: "Adds the next part of an import's file; a part may end anywhere, but within a character",
  params: IdParams,
  body: shape({
    /** Counted from 1. */
    no: Type.Integer({ minimum: 1, maximum: 100_000 }),
    text: Type.String({ minLength: 1, maxLength: 900_000 }),
  }),
  reply: shape({ parts: Type.Integer(), bytesTotal: Type.Integer() }),
  status: 201,
  async run(tx, { id, no, text }) {
    const run = await lockSeenImport(tx, id);
    if (run.state !== "open") {
      return refuse("import_not_open");
    }
    const added = await insertPart(tx, run.importId, no, Buffer.from(text));
    if (added === undefined) {
      const { parts } = await countParts(tx, run.importId);
      return refuse("part_out_of_order", { next: `Send part ${parts + 1}; ${parts} have come.` });
    }
    return accepted({ parts: no, bytesTotal: added.bytesTotal });
  },
});
