import { Type } from "typebox";
import { IdParams, PageQuery, page, pageOfRoots, read, shape, wrongCursor } from "../../platform/index.ts";
import { ImportSchema, importStates, importView } from "./importRun.ts";
import { pageOfImports, pageOfRefusals } from "./importStore.ts";
import { seenImport } from "./lockSeenImport.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/imports: the imports, the newest first. */
export const listImports = read({
  route: "GET /v1/imports",
  permission: "catalogue.import",
  summary: "Lists imports, the newest first; of a supplier, or in a state",
  query: shape({
    ...PageQuery,
    supplier: Type.Optional(Type.String({ maxLength: 40 })),
    state: Type.Optional(Type.Enum([...importStates])),
  }),
  reply: page(ImportSchema),
  csv: true,
  run: async (db, { supplier, state, ...place }) =>
    await pageOfRoots("imp", place, {
      read: (before, limit) => pageOfImports(db, before, supplier, state, limit),
      idOf: ({ importId }) => importId,
      view: importView,
    }),
});

/** GET /v1/imports/{id}: how far it came. */
export const showImport = read({
  route: "GET /v1/imports/{id}",
  permission: "catalogue.import",
  summary: "Shows an import: how far it came, and what its rows came to",
  params: IdParams,
  reply: ImportSchema,
  run: async (db, { id }) => importView(await seenImport(db, id)),
});

const RefusalView = shape({
  line: Type.Integer(),
  field: Type.String(),
  code: Type.String(),
  says: Type.String(),
  given: Type.String(),
});

/** GET /v1/imports/{id}/refusals: what is wrong with which rows, by line. */
export const listImportRefusals = read({
  route: "GET /v1/imports/{id}/refusals",
  permission: "catalogue.import",
  summary: "Lists what is wrong with the rows of an import, by line; ten thousand at the most are kept",
  params: IdParams,
  query: shape({ ...PageQuery, code: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: page(RefusalView),
  csv: true,
  async run(db, { id, code, after, limit = DEFAULT_LIMIT }) {
    const [, line, no] = /^(\d{1,9})\.(\d{1,4})$/.exec(after ?? "0.0") ?? [];
    if (line === undefined || no === undefined) {
      throw wrongCursor();
    }
    const { importId } = await seenImport(db, id);
    const found = await pageOfRefusals(db, importId, Number(line), Number(no), code, limit + 1);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      data: rows.map(({ no: _, ...row }) => row),
      nextCursor: found.length > limit && last !== undefined ? `${last.line}.${last.no}` : null,
    };
  },
});
