import { Type } from "typebox";
import { personsInSight, sightOf } from "../../identity/index.ts";
import { PageQuery, page, read, shape } from "../../platform/index.ts";
import { ContractShape, contractStates, toContract } from "../contract.ts";
import { pageOfContracts } from "../contractStore.ts";
import { cursorAt, readDeviceCursor } from "../deviceCursor.ts";
import { deviceRecords } from "../deviceRecord.ts";
import { partSeenBy } from "../partSeenBy.ts";

const PAGE = 50;

/** GET /v1/contracts: an owner's own, all for the office; the newest first. */
export const listContracts = read({
  route: "GET /v1/contracts",
  permission: "contract.read",
  summary: "Lists contracts, the newest first: an owner's own, or all of the programme",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...contractStates])),
    product: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(ContractShape),
  async run(db, { limit = PAGE, after, state, product }) {
    const sight = sightOf(db.caller);
    const email = sight.office ? null : sight.email;
    if (email === undefined) {
      return { data: [], nextCursor: null };
    }
    const from = after === undefined ? undefined : readDeviceCursor(after);
    const rows = await pageOfContracts(
      db,
      ...[email, state ?? null, product ?? null],
      ...[from?.at ?? null, from?.deviceId ?? null, from?.no ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const [persons, records] = await Promise.all([
      personsInSight(db, sight),
      deviceRecords(
        db,
        shown.map(({ deviceId }) => deviceId),
      ),
    ]);
    return {
      data: shown.flatMap(({ deviceId, no }) => {
        const record = records.get(deviceId);
        const contract = record?.contracts.find((one) => one.no === no);
        return record === undefined || contract === undefined
          ? []
          : [toContract(contract, (sight.office ? record : partSeenBy(record, persons)).device.serial)];
      }),
      nextCursor:
        rows.length > limit && last !== undefined ? cursorAt({ ...last, at: last.concludedAt }) : null,
    };
  },
});
