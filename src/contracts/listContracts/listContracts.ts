import { Type } from "typebox";
import { personsInSight, sightOf } from "../../identity/index.ts";
import { badField, PageQuery, page, read, shape } from "../../platform/index.ts";
import { ContractShape, contractStates, toContract } from "../contract.ts";
import { type ContractPlace, pageOfContracts } from "../contractStore.ts";
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
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await pageOfContracts(
      db,
      ...[email, state ?? null, product ?? null],
      ...[from?.concludedAt ?? null, from?.deviceId ?? null, from?.no ?? null, limit + 1],
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
      nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    };
  },
});

function cursorOf({ concludedAt, deviceId, no }: ContractPlace): string {
  return `${concludedAt.epochNanoseconds}-${deviceId}-${no}`;
}

function readCursor(text: string): ContractPlace {
  const [, at, deviceId, no] = /^(\d{1,19})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined || deviceId === undefined) {
    throw badField("/query/after", "cursor", "Send the nextCursor of an earlier page, unchanged.");
  }
  return { concludedAt: Temporal.Instant.fromEpochNanoseconds(BigInt(at)), deviceId, no: Number(no) };
}
