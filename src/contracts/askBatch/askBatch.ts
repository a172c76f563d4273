import { Type } from "typebox";
import { planProductOf, termsInForce } from "../../catalogue/index.ts";
import { accepted, act, badField, Day, line, newId, shape } from "../../platform/index.ts";
import { BatchSchema, batchView, insertBatch } from "../batches/index.ts";
import { decideAskBatch } from "./decideAskBatch.ts";

/** POST /v1/code-batches: asks for codes of a plan for a region. Another person releases them. */
export const askBatch = act({
  route: "POST /v1/code-batches",
  permission: "batch.ask",
  summary: "Asks for a batch of codes; they are made when another person releases it",
  body: shape({
    sku: Type.String({ minLength: 1, maxLength: 60 }),
    /** Of the terms: where the codes can be used. */
    region: Type.String({ minLength: 1, maxLength: 20 }),
    quantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
    /** The last day a code may be used, by the clock of its region; without it they keep for ever. */
    useBy: Type.Optional(Day),
    note: Type.Optional(line(500)),
  }),
  reply: BatchSchema,
  status: 201,
  dryRun: true,
  async run(tx, { sku, region, quantity, useBy, note = "" }, at) {
    const product = await planProductOf(tx, sku);
    if (product === undefined) {
      throw badField("/sku", "unknown_sku", `There is no plan with the SKU ${sku}.`);
    }
    const terms = await termsInForce(tx, product.programme, at, region);
    const zone = terms.regions.get(region)?.zone;
    if (zone === undefined) {
      const known = [...terms.regions.keys()].join(", ");
      throw badField("/region", "unknown_region", `The terms have these regions: ${known}.`);
    }
    const day = useBy === undefined ? null : Temporal.PlainDate.from(useBy);

    const decision = decideAskBatch({ at, product, region, terms, zone, useBy: day });

    if (decision.refused !== undefined) {
      return decision;
    }
    const batchId = newId(at);
    const { programme, plan, models } = product;
    tx.record(batchId, [{ type: "BatchAsked", sku, region, quantity, useBy: useBy ?? null }]);
    const batch = await insertBatch(
      tx,
      ...[batchId, programme, plan, sku, models, region, quantity, day],
      ...[decision.accepted.expiresAt, note, tx.caller.id, at],
    );
    return accepted(batchView(batch));
  },
});
