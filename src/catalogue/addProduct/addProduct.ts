import { Type } from "typebox";
import { accepted, act, badField, shape, type Tx } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import {
  codeSupplies,
  insertKeptProduct,
  KeptProductView,
  keptProductOf,
  keptProductView,
  OfferTerms,
  Sheet,
  saveOffer,
} from "../keeping/index.ts";
import { demandModels } from "../models/index.ts";
import { refuse } from "../refusals.ts";
import { rootOf } from "../rootOf.ts";
import { forgetSearches, writeFindings } from "../shelf/index.ts";
import { heldVersions, termsInForce } from "../termsInForce.ts";
import { decideAddProduct, planFault } from "./decideAddProduct.ts";

const Name = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }));

/** POST /v1/products: a product of our own, goods or a plan. The terms decide which plans there are. */
export const addProduct = act({
  route: "POST /v1/products",
  permission: "product.keep",
  summary: "Adds a product: goods of our own, or a plan that the terms in force let be sold",
  body: shape({
    sku: Type.String({ pattern: "^[A-Za-z0-9._-]{1,60}$" }),
    soldAs: Type.Enum(["code", "renewal", "goods"]),
    ...Sheet,
    programme: Name,
    plan: Name,
    models: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 200 }),
    codeSupply: Type.Enum([...codeSupplies]),
    isListed: Type.Boolean(),
    offer: shape(OfferTerms),
  }),
  reply: KeptProductView,
  status: 201,
  async run(tx, { sku, offer, programme = null, plan = null, ...told }, at) {
    const wanted = { ...told, programme, plan };
    await demandModels(tx, wanted.models, wanted.soldAs);
    const terms = await termsOfProgramme(tx, wanted.programme, at);

    const fault = planFault({ at, wanted, terms });
    if (fault !== undefined) {
      throw badField(fault.pointer, fault.code, fault.message);
    }

    const decision = decideAddProduct({ at, wanted, terms });

    if (decision.refused !== undefined) {
      return decision;
    }
    const { stock = null, leadDays, minQuantity, multiple } = offer;
    if ((await insertKeptProduct(tx, sku, JSON.stringify(wanted), at)) === 0) {
      return refuse("product_exists");
    }
    await Promise.all([saveOffer(tx, sku, stock, leadDays, minQuantity, multiple), writeFindings(tx, [sku])]);
    tx.record(rootOf("product", sku), [{ type: "ProductAdded", sku, soldAs: wanted.soldAs }]);
    const added = await keptProductOf(tx, sku);
    return accepted(keptProductView(added as NonNullable<typeof added>));
  },
  settle: async (platform, _caller, reply) => {
    forgetSearches(platform);
    return reply;
  },
});

/** Errors: Problem 400 for a programme without terms. */
async function termsOfProgramme(
  tx: Tx,
  programme: string | null,
  at: Temporal.Instant,
): Promise<Terms | undefined> {
  if (programme === null) {
    return undefined;
  }
  const versions = await heldVersions.rows(tx);
  if (!versions.some((version) => version.programme === programme)) {
    throw badField("/programme", "unknown_programme", `There is no programme ${programme}.`);
  }
  return await termsInForce(tx, programme, at);
}
