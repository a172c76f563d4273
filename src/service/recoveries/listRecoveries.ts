import { type Static, Type } from "typebox";
import { normaliseSerial } from "../../contracts/index.ts";
import { balancesOfSuppliers } from "../../money/index.ts";
import {
  badField,
  IdParams,
  Money,
  PageQuery,
  type ReadContext,
  read,
  readPublicId,
  Serial,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { demandRecovery } from "./lockRecovery.ts";
import { RecoverySchema, recoveryId, recoveryStates, recoveryView } from "./recovery.ts";
import { pageOfRecoveries, recoveryOf, totalsOfRecoveries } from "./recoveryStore.ts";

const Total = shape({
  supplier: Type.String(),
  state: Type.Enum([...recoveryStates]),
  count: Type.Integer(),
  amount: Money,
  accepted: Money,
  /** What is owed of those that were sent. */
  open: Money,
});

/** GET /v1/recoveries: what suppliers owe; as CSV the statement of one, or of all. */
export const listRecoveries = read({
  route: "GET /v1/recoveries",
  permission: "recovery.read",
  summary: "Lists recoveries by supplier, state or serial, with totals, and what the books say suppliers owe",
  query: shape({
    ...PageQuery,
    supplier: Type.Optional(Type.String({ maxLength: 30 })),
    /** One or more states, separated by commas. */
    state: Type.Optional(Type.String({ maxLength: 80 })),
    serial: Type.Optional(Serial),
    /** Only those whose time to send or to answer is over. */
    overdue: Type.Optional(Type.Boolean()),
    /** The oldest first, or what is due next. */
    sort: Type.Optional(Type.Enum(["made", "due"])),
  }),
  reply: shape({
    data: Type.Array(RecoverySchema),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    /** Of all that the filter lets through. */
    totals: Type.Array(Total),
    /** What each supplier owes by the ledger, whatever the filter but for the supplier. */
    balances: Type.Array(shape({ supplier: Type.String(), balance: Money })),
  }),
  csv: true,
  async run(db, { supplier, state, serial, overdue = false, sort = "made", after, limit = 50 }) {
    const asked = [
      supplier ?? null,
      statesIn(state),
      serial === undefined ? null : normaliseSerial(serial),
      overdue ? db.at : null,
    ];
    const cursor = await cursorOf(db, after);
    const [found, totals, balances] = await Promise.all([
      pageOfRecoveries[sort](db, ...asked, ...cursor, limit + 1),
      totalsOfRecoveries(db, ...asked),
      balancesOfSuppliers(db, supplier ?? null),
    ]);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map(recoveryView),
      nextCursor: last === undefined ? null : recoveryId(last),
      totals: totals.map(totalView),
      balances: balances.map((one) => ({
        supplier: one.supplier,
        balance: { amount: one.amountMinor, currency: one.currency },
      })),
    };
  },
});

type Totals = Awaited<ReturnType<typeof totalsOfRecoveries>>[number];

function totalView({ supplier, state, count, currency, ...sums }: Totals): Static<typeof Total> {
  const money = (amount: number) => ({ amount, currency });
  return {
    ...{ supplier, state, count },
    ...{ amount: money(sums.amountMinor), accepted: money(sums.acceptedMinor), open: money(sums.openMinor) },
  };
}

/** GET /v1/recoveries/{id} */
export const showRecovery = read({
  route: "GET /v1/recoveries/{id}",
  permission: "recovery.read",
  summary: "Shows what a supplier owes for a case, what it is made of, and how far it is",
  params: IdParams,
  reply: RecoverySchema,
  run: async (db, { id }) => recoveryView(await demandRecovery(db, id)),
});

/** GET /v1/recoveries/{id}/pack: what was sent, as it was sent; null where nothing was. */
export const showPack = read({
  route: "GET /v1/recoveries/{id}/pack",
  permission: "recovery.read",
  summary: "Shows the evidence that a supplier was sent, as it was sent",
  params: IdParams,
  reply: shape({ pack: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]) }),
  run: async (db, { id }) => ({ pack: (await demandRecovery(db, id)).pack }),
});

function statesIn(text: string | undefined): readonly string[] | null {
  const wanted = text?.split(",") ?? null;
  const unknown = wanted?.find((name) => !(recoveryStates as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw badField(
      "/query/state",
      "not_listed",
      `There is no state ${unknown}: ${recoveryStates.join(", ")}.`,
    );
  }
  return wanted;
}

async function cursorOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null];
  }
  const { rootId, no } = readPublicId("rcv", after) ?? {};
  if (rootId === undefined || no === undefined || (await recoveryOf(db, rootId, no)) === undefined) {
    throw wrongCursor();
  }
  return [rootId, no];
}
