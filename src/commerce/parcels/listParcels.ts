import { Type } from "typebox";
import {
  IdParams,
  notFound,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  type Tx,
  wrongCursor,
} from "../../platform/index.ts";
import { orderIdOf } from "../sight.ts";
import { lockOrder } from "../store.ts";
import { type Parcel, ParcelSchema, parcelId, parcelStates, parcelView } from "./parcel.ts";
import { pageOfParcels, parcelOf } from "./parcelStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/parcels: what is to be packed, and where the rest is; what was wanted first, first. */
export const listParcels = read({
  route: "GET /v1/parcels",
  permission: "parcel.read",
  summary: "Lists parcels of goods, the oldest first; in a state, of an order, by a number, or for a person",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...parcelStates])),
    order: Type.Optional(Type.String({ maxLength: 80 })),
    number: Type.Optional(Type.String({ maxLength: 60, description: "Of its label, or for tracking it." })),
    /** Only what a person has to look at: a carrier that said no, a parcel that is lost or came back. */
    attention: Type.Optional(Type.Boolean()),
  }),
  reply: page(ParcelSchema),
  csv: true,
  async run(db, { state, order, number, attention = false, after, limit = DEFAULT_LIMIT }) {
    const behind = after === undefined ? undefined : readPublicId("pcl", after);
    if (after !== undefined && behind?.no === undefined) {
      throw wrongCursor();
    }
    const orderId = order === undefined ? null : orderIdOf(order);
    const found = await pageOfParcels(
      db,
      ...[behind?.rootId ?? "", behind?.no ?? 0, state ?? null, orderId, number?.trim() ?? null],
      ...[attention, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(parcelView),
      nextCursor: found.length > limit && last !== undefined ? parcelId(last) : null,
    };
  },
});

/** GET /v1/parcels/{id} */
export const showParcel = read({
  route: "GET /v1/parcels/{id}",
  permission: "parcel.read",
  summary: "Shows a parcel of goods, with what is in it",
  params: IdParams,
  reply: ParcelSchema,
  async run(db, { id }) {
    const key = readPublicId("pcl", id);
    const parcel = key?.no === undefined ? undefined : await parcelOf(db, key.rootId, key.no);
    if (parcel === undefined) {
      throw notFound("parcel");
    }
    return parcelView(parcel);
  },
});

/** Locks a parcel's order, then reads it. Errors: Problem 404. */
export async function lockParcel(tx: Tx, id: string): Promise<Parcel> {
  const key = readPublicId("pcl", id);
  if (key?.no === undefined || (await lockOrder(tx, key.rootId)) === undefined) {
    throw notFound("parcel");
  }
  const parcel = await parcelOf(tx, key.rootId, key.no);
  if (parcel === undefined) {
    throw notFound("parcel");
  }
  return parcel;
}
