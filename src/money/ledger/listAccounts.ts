import { Type } from "typebox";
import { badField, Instant, PageQuery, page, read, shape } from "../../platform/index.ts";
import { ACCOUNT_KINDS, type AccountKind } from "./account.ts";
import { type AccountRow, pageOfAccounts } from "./ledgerPageStore.ts";
import { AccountName } from "./postingView.ts";

const PAGE = 50;
const kinds = Object.keys(ACCOUNT_KINDS) as AccountKind[];
const Word = Type.Optional(Type.String({ maxLength: 120 }));

/** An amount that may be below nothing. */
const Balance = shape({ amount: Type.Integer(), currency: Type.String() });

/** GET /v1/ledger/accounts: what is in them now, or was at an instant. */
export const listAccounts = read({
  route: "GET /v1/ledger/accounts",
  permission: "money.read",
  summary: "Lists the accounts of the ledger with their balances, now or as of an instant",
  query: shape({
    ...PageQuery,
    /** One account alone. */
    id: Type.Optional(Type.String({ pattern: "^[0-9]{1,15}$" })),
    kind: Type.Optional(Type.Enum(kinds)),
    programme: Word,
    region: Word,
    currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    party: Word,
    asOf: Type.Optional(Instant),
  }),
  reply: page(
    shape({
      ...AccountName.properties,
      /** On the side the account grows on: below nothing when more has left it than came. */
      balance: Balance,
      debitedMinor: Type.Integer(),
      creditedMinor: Type.Integer(),
      postings: Type.Integer(),
    }),
  ),
  csv: true,
  async run(db, { limit = PAGE, after, asOf, ...filter }) {
    const { kind = null, programme = null, region = null, currency = null, party = null } = filter;
    const at = asOf === undefined ? undefined : Temporal.Instant.from(asOf);
    const rows = await pageOfAccounts(
      db,
      ...[
        kind,
        programme,
        region,
        currency,
        party,
        after === undefined ? null : readAccountId(after, "/query/after"),
      ],
      ...[at?.toZonedDateTimeISO("UTC").toPlainDate().with({ day: 1 }) ?? null, at ?? null, limit + 1],
      filter.id === undefined ? null : Number(filter.id),
    );
    const shown = rows.slice(0, limit);
    return {
      data: shown.map(accountView),
      nextCursor: rows.length > limit ? String(shown.at(-1)?.accountId) : null,
    };
  },
});

/** Reads an account's id. Errors: Problem 400 for what is none. */
export function readAccountId(text: string, pointer: string): number {
  if (!/^\d{1,15}$/.test(text)) {
    throw badField(pointer, "account", "Send the id of an account, as GET /v1/ledger/accounts has it.");
  }
  return Number(text);
}

function accountView({ accountId, debitMinor, creditMinor, postings, ...name }: AccountRow) {
  const grows = ACCOUNT_KINDS[name.kind] === "debit" ? debitMinor - creditMinor : creditMinor - debitMinor;
  return {
    ...{ id: String(accountId), ...name },
    balance: { amount: grows, currency: name.currency },
    ...{ debitedMinor: debitMinor, creditedMinor: creditMinor, postings },
  };
}
