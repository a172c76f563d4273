import { createHash } from "node:crypto";
import { Type } from "typebox";
import { cardView, keepCard, settleCard } from "../../money/index.ts";
import { accepted, act, Country, IdParams, Money, shape } from "../../platform/index.ts";
import { followingProduct } from "../allowRenewal.ts";
import { AUTO_RENEWAL_WORDING, AutoRenewalShape } from "../autoRenewal.ts";
import { insertAutoRenewal } from "../autoRenewalStore.ts";
import { lockContract } from "../demandContract.ts";
import { renewalPrice } from "../renewalPrice.ts";
import { demandCountryOfTax } from "../renewalTax.ts";
import { stopRenewing } from "../renewByConsent.ts";
import { termsNow } from "../termsNow.ts";
import { decideAgreeAutoRenewal } from "./decideAgreeAutoRenewal.ts";
import { presentConsent } from "./presentConsent.ts";

const WORDING_DIGEST = createHash("sha256").update(AUTO_RENEWAL_WORDING).digest("hex");

/**
 * POST /v1/contracts/{id}/auto-renewal: the holder agrees that the plan renews by itself, where its terms
 * have that, and gives a card that is kept for it. Until the card is kept nothing renews; `card.nextUrl` is
 * where its holder goes first. Agreed to again where the card will not be good any more, it takes another.
 */
export const agreeAutoRenewal = act({
  route: "POST /v1/contracts/{id}/auto-renewal",
  permission: "contract.renew",
  summary: "Keeps the holder's consent that the plan renews by itself",
  params: IdParams,
  body: shape({
    method: Type.String({ minLength: 1, maxLength: 60 }),
    /** The price that was shown. */
    price: Money,
    agrees: Type.Literal(true),
    /** Where the holder lives, where we do not know: the tax in each price is that of their country. */
    country: Type.Optional(Country),
  }),
  reply: AutoRenewalShape,
  status: 201,
  dryRun: true,
  async run(tx, { id, method, price: seen, country }, at) {
    const { record, contract } = await lockContract(tx, id);
    const terms = await termsNow(tx, record, contract, at);
    const product = followingProduct(terms, undefined);
    const price = (await renewalPrice(tx, contract, product, record.device.model))?.gross;
    const present = await presentConsent(tx, contract);

    const decision = decideAgreeAutoRenewal({ record, contract, terms, price, seen, present });

    if (decision.refused !== undefined) {
      return decision;
    }
    await demandCountryOfTax(tx, contract, terms, country);
    if (decision.accepted === "anew") {
      await stopRenewing(tx, contract, "agreed_anew");
    }
    const { deviceId, no, holderId } = contract;
    const card = await keepCard(tx, deviceId, { holderId, method, currency: seen.currency });
    const words = [seen.amount, seen.currency, WORDING_DIGEST] as const;
    await insertAutoRenewal(
      tx,
      ...[deviceId, no, holderId, method, card.no, product, ...words, tx.caller.id, at, country ?? null],
    );
    tx.record(deviceId, [{ type: "AutoRenewalAgreed", contractNo: no, product, price: seen, method }]);
    return accepted({
      ...{ method, product: product ?? "", price: seen, agreedAt: at.toString(), chargesAt: null },
      card: cardView(card),
      needsCard: false,
    });
  },
  async settle(platform, _caller, reply) {
    const { card } = reply;
    return card === null ? reply : { ...reply, card: await settleCard(platform, card) };
  },
});
