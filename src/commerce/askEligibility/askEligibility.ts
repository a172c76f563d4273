import { Type } from "typebox";
import { planProductOf } from "../../catalogue/index.ts";
import { coverageOfSerials, normaliseSerial } from "../../contracts/index.ts";
import { type Budget, spend } from "../../identity/index.ts";
import { accepted, act, badField, shape } from "../../platform/index.ts";
import { Eligibility, eligibilityOf, unfitModel, unreadableSerial } from "./eligibilityOf.ts";

/**
 * Lists an hour for each caller: enough for a shop's customers, too few to walk through all serials there
 * are.
 */
const LISTS: Budget = { name: "eligibility_lists", tries: 60, seconds: 3600 };

const SERIAL = /^[A-Z0-9]{4,40}$/;

/**
 * POST /v1/eligibility: for which of these devices a plan may be sold now, until when, or why not. It is what
 * anybody may ask of each of them one by one.
 */
export const askEligibility = act({
  route: "POST /v1/eligibility",
  permission: "eligibility.ask",
  summary: "Tells for each of a list of serials whether a plan may be sold for it, until when, or why not",
  body: shape({
    serials: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 1_000 }),
    /** Only the plan of this product. */
    sku: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** Where the devices were bought, as far as we do not know it. */
    region: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
  }),
  reply: shape({ data: Type.Array(Eligibility) }),
  isQuestion: true,
  async run(tx, { serials, sku, region }) {
    await spend(tx.platform, LISTS, tx.caller.id, tx);
    const product = sku === undefined ? undefined : await planProductOf(tx, sku);
    if (sku !== undefined && product === undefined) {
      throw badField("/sku", "unknown_sku", `There is no plan ${sku}.`);
    }
    const readable = serials.filter((serial) => SERIAL.test(normaliseSerial(serial)));
    const known = await coverageOfSerials(tx, readable, { sku, region });
    const data = serials.map((serial) => {
      const found = known.get(serial);
      if (found === undefined) {
        return unreadableSerial(serial);
      }
      const { model, answer } = found;
      const isUnfit = product !== undefined && model !== null && !product.models.includes(model);
      return isUnfit ? unfitModel(serial, model) : eligibilityOf(serial, model, answer);
    });
    return accepted({ data });
  },
});
