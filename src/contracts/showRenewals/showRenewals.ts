import { Type } from "typebox";
import { cardView, keptCardOf } from "../../money/index.ts";
import { IdParams, Instant, Money, ReceiptSchema, read, shape } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import {
  AUTO_RENEWAL_WORDING,
  AutoRenewalShape,
  CHARGED_BEFORE,
  isGoodAt,
  renewsItself,
} from "../autoRenewal.ts";
import { autoRenewalOf } from "../autoRenewalStore.ts";
import { demandContract } from "../demandContract.ts";
import { deviceFacts, periodAfter, planFacts } from "../facts.ts";
import { renewalPrice } from "../renewalPrice.ts";
import { countryOfRenewal } from "../renewalTax.ts";
import { termsNow } from "../termsNow.ts";

const Offer = shape({
  product: Type.String(),
  /** Null where it has no price: a person can tell. */
  price: Type.Union([Money, Type.Null()]),
  startsAt: Instant,
  endsAt: Instant,
});

/** GET /v1/contracts/{id}/renewals: what may follow now, until when, and whether it follows by itself. */
export const showRenewals = read({
  route: "GET /v1/contracts/{id}/renewals",
  permission: "contract.read",
  summary: "Shows what may follow a contract, for how much and until when, and whether it renews by itself",
  params: IdParams,
  reply: shape({
    offers: Type.Array(Offer),
    until: Type.Union([Instant, Type.Null()]),
    receipt: ReceiptSchema,
    /** The consent that holds; null without one. */
    autoRenewal: Type.Union([AutoRenewalShape, Type.Null()]),
    /** What is agreed to, word by word; null where the terms do not let the plan renew by itself. */
    wording: Type.Union([Type.String(), Type.Null()]),
    /**
     * What follows by itself where that is agreed to, also before it may be renewed by hand; null without
     * wording.
     */
    byItself: Type.Union([Offer, Type.Null()]),
    /**
     * Whether a renewal has to say in which country its holder lives: the tax in its price is that country's.
     */
    needsCountry: Type.Boolean(),
  }),
  async run(db, { id }) {
    const { record, contract } = await demandContract(db, id);
    const [terms, consent] = await Promise.all([
      termsNow(db, record, contract, db.at),
      autoRenewalOf(db, contract.deviceId),
    ]);
    const at = db.at.toString();
    const facts = { device: deviceFacts(record), plan: planFacts(record, contract) };
    const receipt = terms.decide("renewal", { at, ...facts });
    const atItsEnd = contract.endsAt.subtract({ hours: 1 }).toString();
    const mayRenewItself = renewsItself(terms.decide("renewal", { at: atItsEnd, ...facts }));
    const following = terms.plans().filter(({ renewalClause }) => renewalClause !== null);
    const startsAt = Temporal.Instant.compare(db.at, contract.endsAt) < 0 ? contract.endsAt : db.at;
    const country = await countryOfRenewal(db, contract, terms);
    const offers = await Promise.all(
      following.map(async ({ product }) => ({
        product,
        price: (await renewalPrice(db, contract, product, record.device.model))?.gross ?? null,
        ...periodOf(periodAfter(terms, db.at, { record, contract, product, startsAt })),
      })),
    );
    const cardNo = consent?.cardNo ?? null;
    const card = cardNo === null ? undefined : await keptCardOf(db, contract.deviceId, cardNo);
    const chargesAt = consent?.announcedNo === contract.no ? contract.endsAt.subtract(CHARGED_BEFORE) : null;
    return {
      offers: receipt.outcome === "allowed" ? offers : [],
      until: receipt.deadlines.find(({ tells }) => tells !== true)?.to ?? null,
      receipt: { ...receipt, at },
      autoRenewal:
        consent === undefined
          ? null
          : {
              method: consent.method,
              product: consent.product,
              price: { amount: consent.announcedMinor ?? consent.priceMinor, currency: consent.currency },
              agreedAt: consent.agreedAt.toString(),
              chargesAt: chargesAt?.toString() ?? null,
              card: card === undefined ? null : cardView(card),
              needsCard: card !== undefined && !isGoodAt(card, contract.endsAt.subtract(CHARGED_BEFORE)),
            },
      wording: mayRenewItself ? AUTO_RENEWAL_WORDING : null,
      byItself: (mayRenewItself ? offers[0] : undefined) ?? null,
      needsCountry: country === undefined && isInRegion(terms, contract.region),
    };
  },
});

function isInRegion({ regions }: Pick<Terms, "regions">, region: string): boolean {
  return (regions.get(region)?.countries.length ?? 0) > 0;
}

function periodOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  return { startsAt, endsAt };
}
