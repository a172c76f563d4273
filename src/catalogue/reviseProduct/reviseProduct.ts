import { Type } from "typebox";
import { accepted, act, notFound, shape } from "../../platform/index.ts";
import {
  codeSupplies,
  type FeedField,
  feedFields,
  forgetFeedDigests,
  KeptProductView,
  keptProductOf,
  keptProductView,
  lockKeptProduct,
  Sheet,
  SkuParams,
  updateKeptProduct,
} from "../keeping/index.ts";
import { demandModels } from "../models/index.ts";
import { rootOf } from "../rootOf.ts";
import { forgetSearches, writeFindings } from "../shelf/index.ts";
import { decideReviseProduct } from "./decideReviseProduct.ts";

/**
 * PUT /v1/products/{sku}: what people write of a product, whole. `version` is the one that was looked at.
 */
export const reviseProduct = act({
  route: "PUT /v1/products/{sku}",
  permission: "product.keep",
  summary: "Writes a product's sheet; what is changed of a supplier's product is kept from its feed",
  params: SkuParams,
  body: shape({
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    ...Sheet,
    models: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 200 }),
    codeSupply: Type.Enum([...codeSupplies]),
    isListed: Type.Boolean(),
    /** Fields that are given back to the supplier's feed, which writes them when it is next read. */
    releases: Type.Optional(Type.Array(Type.Enum([...feedFields]), { maxItems: 20 })),
  }),
  reply: KeptProductView,
  async run(tx, { sku, version, releases = [], photoUrl = null, gtin = null, ...told }, at) {
    const wanted = { ...told, photoUrl, gtin };
    const product = await lockKeptProduct(tx, sku);
    if (product === undefined) {
      throw notFound("product");
    }
    await demandModels(tx, wanted.models, product.soldAs);

    const decision = decideReviseProduct({
      ...{ product, wanted, version },
      releases: releases as FeedField[],
    });

    if (decision.refused !== undefined) {
      return decision;
    }
    const { changed, released, keptFields } = decision.accepted;
    if (Object.keys(changed).length === 0 && released.length === 0) {
      return accepted(keptProductView(product));
    }
    const texts = released.some((field) => field !== "prices");
    await Promise.all([
      updateKeptProduct(tx, sku, JSON.stringify({ ...wanted, keptFields }), at),
      forgetFeedDigests(tx, sku, texts, released.includes("prices")),
      writeFindings(tx, [sku]),
    ]);
    tx.record(rootOf("product", sku), [{ type: "ProductRevised", sku, changed, released }]);
    const revised = await keptProductOf(tx, sku);
    return accepted(keptProductView(revised as NonNullable<typeof revised>));
  },
  settle: async (platform, _caller, reply) => {
    forgetSearches(platform);
    return reply;
  },
});
