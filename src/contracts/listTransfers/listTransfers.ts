import { Type } from "typebox";
import { personsInSight, sightOf } from "../../identity/index.ts";
import { badField, PageQuery, page, read, readPublicId, shape } from "../../platform/index.ts";
import { cursorAt, readDeviceCursor } from "../deviceCursor.ts";
import { deviceRecords } from "../deviceRecord.ts";
import { TransferShape, transferStates } from "../transfer.ts";
import { partyAmong, transferView } from "../transferInSight.ts";
import { pageOfTransfers, transfersOfDevices } from "../transferStore.ts";

const PAGE = 50;

/** GET /v1/transfers: those one asked for or is asked in; all for the office; the newest first. */
export const listTransfers = read({
  route: "GET /v1/transfers",
  permission: "transfer.answer",
  summary: "Lists transfers of contracts, the newest first: one's own, or all of the programme",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...transferStates])),
    /** Of one contract. */
    contract: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: page(TransferShape),
  async run(db, { limit = PAGE, after, state, contract: contractId }) {
    const sight = sightOf(db.caller);
    const persons = await personsInSight(db, sight);
    const from = after === undefined ? undefined : readDeviceCursor(after);
    const of = contractId === undefined ? undefined : readContract(contractId);
    const rows = await pageOfTransfers(
      db,
      ...[sight.office ? null : [...persons], state ?? null],
      ...[from?.at ?? null, from?.deviceId ?? null, from?.no ?? null, limit + 1],
      ...[of?.rootId ?? null, of?.no ?? null],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const deviceIds = shown.map(({ deviceId }) => deviceId);
    const [records, transfers] = await Promise.all([
      deviceRecords(db, deviceIds),
      transfersOfDevices(db, [...new Set(deviceIds)]),
    ]);
    return {
      data: shown.flatMap(({ deviceId, no }) => {
        const record = records.get(deviceId);
        const transfer = transfers.find((one) => one.deviceId === deviceId && one.no === no);
        const contract = record?.contracts.find((one) => one.no === transfer?.contractNo);
        if (record === undefined || transfer === undefined || contract === undefined) {
          return [];
        }
        const you = sight.office ? "office" : (partyAmong(persons, transfer) ?? "office");
        return [transferView({ transfer, record, contract, you })];
      }),
      nextCursor: rows.length > limit && last !== undefined ? cursorAt({ ...last, at: last.askedAt }) : null,
    };
  },
});

function readContract(text: string): { readonly rootId: string; readonly no: number } {
  const { rootId, no } = readPublicId("ctr", text) ?? {};
  if (rootId === undefined || no === undefined) {
    throw badField("/query/contract", "unknown_id", "Send the id of a contract.");
  }
  return { rootId, no };
}
