import { type Static, Type } from "typebox";
import { termsOf } from "../../catalogue/index.ts";
import { sightOf } from "../../identity/index.ts";
import {
  Day,
  type Deadline,
  deadlinesOf,
  eventsOf,
  IdParams,
  Instant,
  Money,
  outsideType,
  publicId,
  type ReadContext,
  type RecordedEvent,
  read,
  shape,
} from "../../platform/index.ts";
import { type Contract, ContractShape, toContract } from "../contract.ts";
import { demandDevice } from "../demandContract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deadlinesSeen, eventsSeen } from "../partSeenBy.ts";
import { printedFees } from "../printedFees.ts";
import { inOrderOfUse, RibbonFacts, ribbonFacts } from "../ribbonFacts.ts";

const Use = shape({
  benefit: Type.String(),
  nth: Type.Integer({ minimum: 1 }),
  state: Type.Enum(["free", "reserved", "used"]),
  usedAt: Type.Optional(Instant),
  /** What this use costs, or would; left out where the terms print no fee. */
  fee: Type.Optional(Money),
});
const HeldContract = shape({ ...ContractShape.properties, uses: Type.Array(Use) });
const Occurrence = shape({
  seq: Type.Integer(),
  type: Type.String(),
  at: Instant,
  data: Type.Record(Type.String(), Type.Unknown()),
});

/** A device with all that happened to it, as its owner and the office see it. */
export const DeviceShape = shape({
  id: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  series: Type.String(),
  group: Type.String(),
  region: Type.Union([Type.String(), Type.Null()]),
  /** Null where nobody has told us. */
  activatedAt: Type.Union([Instant, Type.Literal("never"), Type.Null()]),
  purchasedOn: Type.Union([Day, Type.Null()]),
  warrantyEndsAt: Type.Union([Instant, Type.Null()]),
  units: Type.Array(
    shape({ no: Type.Integer(), serial: Type.String(), from: Instant, to: Type.Optional(Instant) }),
  ),
  contracts: Type.Array(HeldContract),
  timeline: Type.Array(Occurrence),
  deadlines: Type.Array(shape({ kind: Type.String(), key: Type.String(), dueAt: Instant })),
  ribbon: RibbonFacts,
});
export type DeviceShape = Static<typeof DeviceShape>;

/** GET /v1/devices/{id}. */
export const readDevice = read({
  route: "GET /v1/devices/{id}",
  permission: "contract.read",
  summary: "Shows a device: the serials it wore, its contracts and what is left of them, and what happened",
  params: IdParams,
  reply: DeviceShape,
  async run(db, { id }) {
    return await deviceView(db, await demandDevice(db, id));
  },
});

/** What belongs to a part of the record: for the office that is the whole of it, and all that happened. */
async function deviceView(db: ReadContext, record: DeviceRecord): Promise<DeviceShape> {
  const { device, units } = record;
  const { deviceId, serial, model, series, group, region } = device;
  const [[events, deadlines], ribbon, contracts] = await Promise.all([
    historyOf(db, record),
    ribbonFacts(db, record),
    Promise.all(record.contracts.map((contract) => heldContract(db, contract, record))),
  ]);
  return {
    id: publicId("dev", deviceId),
    ...{ serial, model, series, group, region },
    activatedAt: device.activation === "never" ? "never" : (device.activatedAt?.toString() ?? null),
    purchasedOn: device.purchasedOn?.toString() ?? null,
    warrantyEndsAt: device.warrantyEndsAt?.toString() ?? null,
    units: units.map(({ no, serial: worn, from, to }) => ({
      ...{ no, serial: worn, from: from.toString() },
      ...(to === null ? {} : { to: to.toString() }),
    })),
    contracts,
    timeline: events.map(({ seq, type, at, body }) => ({
      ...{ seq, type: outsideType(type), at: at.toString(), data: { ...body } },
    })),
    deadlines: deadlines.map(({ kind, key, dueAt }) => ({ kind, key, dueAt: dueAt.toString() })),
    ribbon,
  };
}

async function historyOf(
  db: ReadContext,
  record: DeviceRecord,
): Promise<[readonly RecordedEvent[], readonly Deadline[]]> {
  const { deviceId } = record.device;
  const [events, deadlines] = await Promise.all([eventsOf(db, deviceId), deadlinesOf(db, deviceId)]);
  return sightOf(db.caller).office
    ? [events, deadlines]
    : [eventsSeen(events, record), deadlinesSeen(deadlines, events, record)];
}

async function heldContract(
  db: ReadContext,
  contract: Contract,
  { device }: DeviceRecord,
): Promise<Static<typeof HeldContract>> {
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const { currency, fees } = printedFees(terms, contract, device.model);
  const uses = inOrderOfUse(contract.slots).map(({ nth, slot: { benefit, state, usedAt } }) => {
    const fee = fees.find((priced) => priced.nth === nth);
    return {
      ...{ benefit, nth, state },
      ...(usedAt === null ? {} : { usedAt: usedAt.toString() }),
      ...(fee === undefined ? {} : { fee: { amount: fee.amount, currency } }),
    };
  });
  return { ...toContract(contract, device.serial), uses };
}
