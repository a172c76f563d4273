import { Type } from "typebox";
import { PageQuery, page, type ReadContext, read, shape, wrongCursor } from "../../platform/index.ts";
import { clearingAsReported, owedBy } from "./ownStore.ts";
import {
  deferredTies,
  goodsTies,
  providersInBooks,
  receivableTies,
  refundTies,
  type TieRow,
} from "./tieStore.ts";
import { type CodeTie, witnessOf } from "./witness.ts";

const TieSchema = shape({
  /** deferred_revenue, undelivered_goods, refunds_payable, receivable, clearing, codes. */
  what: Type.String(),
  programme: Type.String(),
  region: Type.String(),
  /** Null where things are counted, not money. */
  currency: Type.Union([Type.String(), Type.Null()]),
  /** The number by its rows, and by the books (of codes: by their states). */
  left: Type.Integer(),
  right: Type.Integer(),
  rows: Type.Integer(),
  isTied: Type.Boolean(),
  detail: Type.String(),
});

const WAYS: Readonly<Record<string, string>> = {
  deferred_revenue: "what sales still defer = the balance of deferred revenue",
  undelivered_goods: "what goods were paid and are not handed over = the balance of undelivered goods",
  refunds_payable: "what refunds promise and have not paid = the balance of refunds payable",
  receivable: "what invoices still bring = the balance of receivables",
};

/**
 * GET /v1/ties: every number two ways. Money first; then, order by order, codes minted = stock + sold +
 * redeemed + void + expired, by pages.
 */
export const listTies = read({
  route: "GET /v1/ties",
  permission: "reconciliation.read",
  summary: "Shows every number two ways: sales and ledger, providers and clearing, codes and their states",
  query: shape({ ...PageQuery, onlyBroken: Type.Optional(Type.Boolean()) }),
  reply: page(TieSchema),
  csv: true,
  async run(db, { limit = 50, after, onlyBroken = false }) {
    if (after !== undefined && !/^[0-9a-hjkmnp-tv-z]{26}$/.test(after)) {
      throw wrongCursor();
    }
    const money = after === undefined ? await moneyTies(db) : [];
    const codes = (await witnessOf(db.platform, "codeTies")?.(db, after ?? null, limit + 1)) ?? [];
    const shown = codes.slice(0, limit);
    const data = [...money, ...shown.map(codeView)].filter(({ isTied }) => !onlyBroken || !isTied);
    return { data, nextCursor: codes.length > limit ? (shown.at(-1)?.orderId ?? null) : null };
  },
});

async function moneyTies(db: ReadContext) {
  const [deferred, goods, refunds, receivables, providers] = await Promise.all([
    deferredTies(db),
    goodsTies(db),
    refundTies(db),
    receivableTies(db),
    providersInBooks(db),
  ]);
  const clearing = await Promise.all(providers.map(({ party }) => clearingTies(db, party)));
  return [...deferred, ...goods, ...refunds, ...receivables]
    .map((row) => view(row, WAYS[row.what] ?? ""))
    .concat(clearing.flat());
}

/** What our books said a provider owed us when it last reported, and what its own lines say. */
async function clearingTies(db: ReadContext, party: string) {
  const [here, there] = await Promise.all([clearingAsReported(db, party), owedBy(db, party)]);
  const currencies = new Set([...here, ...there].map(({ currency }) => currency));
  return [...currencies].toSorted().map((currency) => {
    const accounts = here.filter((one) => one.currency === currency);
    const leftMinor = there.find((one) => one.currency === currency)?.owedMinor ?? 0;
    const rightMinor = accounts.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0);
    const row = { what: "clearing", programme: "all", region: "all", currency, leftMinor, rightMinor };
    return view(
      { ...row, rows: accounts.length },
      `what ${party} owes us by its report = the balance of clearing as of that report`,
    );
  });
}

function view({ what, programme, region, currency, leftMinor, rightMinor, rows }: TieRow, detail: string) {
  const tie = { what, programme, region, currency, left: leftMinor, right: rightMinor, rows };
  return { ...tie, isTied: leftMinor === rightMinor, detail };
}

function codeView({ orderId, minted, states }: CodeTie) {
  const right = Object.values(states).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return {
    ...{ what: "codes", programme: "all", region: "all", currency: null, left: minted, right, rows: right },
    isTied: minted === right,
    detail: `order ord_${orderId}: ${parts.join(", ")}`,
  };
}
