import { Type } from "typebox";
import { IdParams, notFound, read, shape } from "../platform/index.ts";
import { ChoiceShape } from "./choice.ts";
import { readClaim } from "./readClaim.ts";

/** GET /v1/claims/{id}/choices: every lawful way side by side. Empty until the device was inspected. */
export const showChoices = read({
  route: "GET /v1/claims/{id}/choices",
  permission: "claim.read",
  summary: "The choice sheet: every lawful way with its price, days, and effect on uses and warranty.",
  params: IdParams,
  reply: shape({
    choices: Type.Array(ChoiceShape),
    /** The way that was chosen; null before. */
    chosen: Type.Union([Type.String(), Type.Null()]),
  }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    return { choices: [...(found.claim.choices ?? [])], chosen: found.claim.route };
  },
});
