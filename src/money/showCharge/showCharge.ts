import { Type } from "typebox";
import { IdParams, Instant, Money, notFound, read, readPublicId, shape } from "../../platform/index.ts";
import { ChargeSchema, chargeView } from "../charge.ts";
import { attemptsOf, sourcesOf, transferOf } from "../charges/index.ts";
import { chargeOf } from "../store.ts";

const Nullable = Type.Union([Type.String(), Type.Null()]);

const Reply = shape({
  charge: ChargeSchema,
  /** Every try, the first first. */
  tries: Type.Array(
    shape({
      no: Type.Integer(),
      provider: Type.String(),
      method: Type.String(),
      state: Type.String(),
      reason: Nullable,
      providerRef: Nullable,
      startedAt: Instant,
      resolvedAt: Type.Union([Instant, Type.Null()]),
      asks: Type.Integer(),
    }),
  ),
  /** What was posted for it, by source. */
  ledger: Type.Array(shape({ source: Type.String(), at: Instant, postings: Type.Integer() })),
  /** What has come for it by transfer, where its payer was told a reference. */
  transfer: Type.Union([
    shape({ reference: Type.String(), iban: Type.String(), paid: Money, missing: Money }),
    Type.Null(),
  ]),
});

/** GET /v1/charges/{id}: a charge with its tries and what was posted for it. */
export const showCharge = read({
  route: "GET /v1/charges/{id}",
  permission: "money.read",
  summary: "Shows a charge with every try, what was posted for it, and what has come by transfer",
  params: IdParams,
  reply: Reply,
  async run(db, { id }) {
    const { rootId, no } = readPublicId("chg", id) ?? {};
    const charge = no === undefined ? undefined : await chargeOf(db, rootId, no);
    if (charge === undefined) {
      throw notFound("charge");
    }
    const [tries, ledger, [transfer]] = await Promise.all([
      attemptsOf(db, rootId, no),
      sourcesOf(db, rootId, no),
      transferOf(db, rootId, no),
    ]);
    const { amountMinor, currency } = charge;
    return {
      charge: chargeView(charge),
      tries: tries.map((one) => ({
        ...one,
        startedAt: one.startedAt.toString(),
        resolvedAt: one.resolvedAt?.toString() ?? null,
      })),
      ledger: ledger.map((one) => ({ ...one, at: one.at.toString() })),
      transfer:
        transfer === undefined
          ? null
          : {
              ...{ reference: transfer.reference, iban: transfer.iban },
              paid: { amount: transfer.paidMinor, currency },
              missing: { amount: Math.max(0, amountMinor - transfer.paidMinor), currency },
            },
    };
  },
});
