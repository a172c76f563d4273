import { Type } from "typebox";
import { IdParams, PageQuery, page, pageOfRoots, read, shape } from "../../platform/index.ts";
import { BatchSchema, batchStates, batchView, CodeCounts } from "./batch.ts";
import { countsOfBatch, pageOfBatches } from "./batchStore.ts";
import { seenBatch } from "./lockSeenBatch.ts";

/** GET /v1/code-batches: the newest first. */
export const listBatches = read({
  route: "GET /v1/code-batches",
  permission: "batch.read",
  summary: "Lists batches of codes, the newest first; of a SKU, or in a state",
  query: shape({
    ...PageQuery,
    sku: Type.Optional(Type.String({ maxLength: 60 })),
    state: Type.Optional(Type.Enum([...batchStates])),
  }),
  reply: page(BatchSchema),
  csv: true,
  run: async (db, { sku = null, state = null, ...place }) =>
    await pageOfRoots("bat", place, {
      read: (before, limit) => pageOfBatches(db, before, sku, state, limit),
      idOf: ({ batchId }) => batchId,
      view: batchView,
    }),
});

/** GET /v1/code-batches/{id}: a batch, how far its making came, and what became of its codes. */
export const showBatch = read({
  route: "GET /v1/code-batches/{id}",
  permission: "batch.read",
  summary: "Shows a batch of codes: how many were made, and how many are in which state",
  params: IdParams,
  reply: shape({ ...BatchSchema.properties, codes: CodeCounts }),
  async run(db, { id }) {
    const batch = await seenBatch(db, id);
    return { ...batchView(batch), codes: await countsOfBatch(db, batch.batchId) };
  },
});
