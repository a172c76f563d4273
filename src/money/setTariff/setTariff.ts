import { Type } from "typebox";
import { accepted, act, Day, line, MinorUnits, shape } from "../../platform/index.ts";
import { insertTariff } from "../reconciliation/index.ts";
import { refuse } from "../refusals.ts";

const Grams = Type.Integer({ minimum: 1, maximum: 10_000_000 });

const Tariff = {
  kind: Type.Enum(["provider", "carrier"]),
  party: line(80),
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  /** From this day on. */
  from: Day,
  /** Of a provider: a share of each payment, and so much for each. */
  basisPoints: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  fixedMinor: Type.Optional(MinorUnits),
  /** Of a carrier: what a parcel of ours weighs at the most, and prices up to weights. */
  parcelGrams: Type.Optional(Grams),
  bands: Type.Optional(
    Type.Array(shape({ upToGrams: Grams, priceMinor: MinorUnits }), { minItems: 1, maxItems: 100 }),
  ),
};

/** POST /v1/tariffs: what a provider or a carrier has agreed to ask for, from a day on. It never changes. */
export const setTariff = act({
  route: "POST /v1/tariffs",
  permission: "reconciliation.settle",
  summary: "Sets what a provider or a carrier has agreed to ask for, from a day on",
  body: shape(Tariff),
  reply: shape(Tariff),
  status: 201,
  async run(tx, tariff, at) {
    const { kind, party, currency, from, basisPoints = 0, fixedMinor = 0, parcelGrams, bands = [] } = tariff;
    const figures = [basisPoints, fixedMinor, parcelGrams ?? null, JSON.stringify(bands)];
    const set = await insertTariff(tx, kind, party, currency, from, ...figures, tx.caller.id, at);
    return set === undefined ? refuse("tariff_set") : accepted(tariff);
  },
});
