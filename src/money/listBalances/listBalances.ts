import { Type } from "typebox";
import {
  Instant,
  MinorUnits,
  Money,
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { balanceRoom } from "../refunds/index.ts";
import { type BalanceRow, balancesByAmount, balancesBySince } from "./balanceListStore.ts";

const PAGE = 50;

/** By what the list is sorted, and where a row stands in it. */
const ORDERS = {
  since: { rows: balancesBySince, placeOf: ({ since }: BalanceRow) => since.epochMilliseconds },
  "-amount": { rows: balancesByAmount, placeOf: ({ balanceMinor }: BalanceRow) => balanceMinor },
} as const;

/** What a payer has with us. */
const BalanceShape = shape({
  party: Type.String({ description: "Whose it is: the charge they paid too much for, or were paid back." }),
  currency: Type.String(),
  amount: Money,
  since: Type.Unsafe<string>({ ...Instant, description: "When the last one that was nothing became more." }),
  payable: Type.Unsafe<{ amount: number; currency: string }>({
    ...Money,
    description:
      "What can be paid out now: less where the payer's bank has taken money of it back, nothing while its " +
      "charge waits for the rest.",
  }),
  byProvider: Type.Unsafe<{ amount: number; currency: string }>({
    ...Money,
    description: "What of that the provider can give back that took it; the rest is transferred.",
  }),
});

/** GET /v1/payer-balances: who has something with us, how much, and since when. */
export const listBalances = read({
  route: "GET /v1/payer-balances",
  permission: "money.read",
  summary: "Lists what payers have with us, the oldest first, or the largest: paid too much, or put there",
  query: shape({
    ...PageQuery,
    party: Type.Optional(Type.String({ maxLength: 80 })),
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    /** At least so much, in minor units. */
    minAmount: Type.Optional(MinorUnits),
    sort: Type.Optional(Type.Enum(["since", "-amount"])),
  }),
  reply: page(BalanceShape),
  csv: true,
  async run(db, { limit = PAGE, after, sort = "since", party = null, currency = null, minAmount = null }) {
    const { rows, placeOf } = ORDERS[sort as keyof typeof ORDERS];
    const place = readPlace(after, sort);
    const found = await rows(db, party, currency, minAmount, ...place, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const isMore = found.length > limit && last !== undefined;
    return {
      data: await Promise.all(shown.map((row) => balanceView(db, row))),
      nextCursor: isMore ? `${placeOf(last)}-${last.rootId}-${last.chargeNo}` : null,
    };
  },
});

async function balanceView(db: ReadContext, { rootId, chargeNo, currency, balanceMinor, since }: BalanceRow) {
  const { payableMinor, byProviderMinor } = await balanceRoom(db, { rootId, chargeNo });
  const money = (amount: number) => ({ amount, currency });
  return {
    ...{ party: publicId("chg", rootId, chargeNo), currency, since: since.toString() },
    ...{ amount: money(balanceMinor), payable: money(payableMinor), byProvider: money(byProviderMinor) },
  };
}

/** The place after which a page begins: its sort key, root and charge; nulls for the first page. */
function readPlace(text: string | undefined, sort: string): unknown[] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, key, rootId, no] = /^(\d{1,16})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  if (key === undefined || Number(key) > 8.64e15) {
    throw wrongCursor();
  }
  const place = sort === "-amount" ? Number(key) : Temporal.Instant.fromEpochMilliseconds(Number(key));
  return [place, rootId, Number(no)];
}
