import { Type } from "typebox";
import { personsInSight, sightOf } from "../../identity/index.ts";
import { PageQuery, page, read, shape } from "../../platform/index.ts";
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
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...transferStates])) }),
  reply: page(TransferShape),
  async run(db, { limit = PAGE, after, state }) {
    const sight = sightOf(db.caller);
    const persons = await personsInSight(db, sight);
    const from = after === undefined ? undefined : readDeviceCursor(after);
    const rows = await pageOfTransfers(
      db,
      ...[sight.office ? null : [...persons], state ?? null],
      ...[from?.at ?? null, from?.deviceId ?? null, from?.no ?? null, limit + 1],
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
