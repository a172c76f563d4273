import { Type } from "typebox";
import { resellerAccountsOf } from "../../money/index.ts";
import { IdParams, type Platform, type Queryable, read, shape } from "../../platform/index.ts";
import { registeredTo, vatNumberOf } from "../vatNumbers/index.ts";
import { LowStock, lowStockOf } from "./lowStock.ts";
import { AccountSchema, accountView, type Reseller, ResellerSchema, resellerView } from "./reseller.ts";
import { resellerInSight } from "./resellerInSight.ts";
import { codesSince } from "./resellerStore.ts";

const LOOKED_BACK = { hours: 30 * 24 };

/** A reseller with what it has with us, and what its codes came to. */
export const ResellerWithAccount = shape({
  ...ResellerSchema.properties,
  account: AccountSchema,
});

/** A reseller with its account. */
export async function withAccount(db: Queryable, { config }: Platform, reseller: Reseller) {
  const [account] = await resellerAccountsOf(db, [reseller.resellerId]);
  if (account === undefined) {
    throw new Error(`the reseller ${reseller.resellerId} has no account`);
  }
  return { ...resellerView(reseller), account: accountView(account, config) };
}

/**
 * GET /v1/resellers/{id}: a reseller, its account, what became of its codes in thirty days, and what there is
 * too little of for it.
 */
export const showReseller = read({
  route: "GET /v1/resellers/{id}",
  permission: "reseller.read",
  summary: "Shows a reseller's contract, what it has with us, its codes of thirty days, what is short.",
  params: IdParams,
  reply: shape({
    ...ResellerWithAccount.properties,
    /** Who the register says has its VAT number, as far as it tells. */
    registered: Type.Union([shape({ name: Type.String(), isSame: Type.Boolean() }), Type.Null()]),
    codes: shape({
      soldIn30Days: Type.Integer(),
      activatedIn30Days: Type.Integer(),
    }),
    /** Of what it bought in ninety days: there is less of it than it usually buys in thirty. */
    lowStock: Type.Array(LowStock),
  }),
  async run(db, { id }) {
    const reseller = await resellerInSight(db, id, db.caller);
    const [shown, number, { sold, activated }, lowStock] = await Promise.all([
      withAccount(db, db.platform, reseller),
      reseller.vatId === null ? undefined : vatNumberOf(db, reseller.vatId),
      codesSince(db, reseller.resellerId, db.at.subtract(LOOKED_BACK)),
      lowStockOf(db, reseller, db.at),
    ]);
    const registered = registeredTo(reseller.name, number?.registeredAs ?? null);
    const codes = { soldIn30Days: sold, activatedIn30Days: activated };
    return { ...shown, registered, codes, lowStock };
  },
});
