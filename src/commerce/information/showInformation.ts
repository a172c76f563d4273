import { Type } from "typebox";
import { IdParams, Instant, notFound, read, shape } from "../../platform/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { seenOrder } from "../store.ts";
import { shownInformation } from "./informationStore.ts";

/** GET /v1/orders/{id}/information: what its buyer was told before paying, word for word. */
export const showInformation = read({
  route: "GET /v1/orders/{id}/information",
  permission: "order.read",
  summary: "Shows what the buyer of an order was told before paying.",
  params: IdParams,
  reply: shape({
    digest: Type.String(),
    language: Type.String(),
    text: Type.String(),
    /** When these words were shown for the first time, to whomever. */
    shownAt: Instant,
  }),
  async run(db, { id }) {
    const order = await seenOrder(db, orderIdOf(id), ...sightOf(db.caller));
    const digest = order?.informationDigest ?? undefined;
    const shown = digest === undefined ? undefined : await shownInformation(db, digest);
    if (shown === undefined) {
      throw notFound("information");
    }
    return { ...shown, shownAt: shown.shownAt.toString() };
  },
});
