import { Type } from "typebox";
import { Country, line, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { nearest } from "./nearest.ts";
import { ownCarrier } from "./ownCarrier.ts";

const DEFAULT_LIMIT = 20;

/** GET /v1/pickup-points: where parcels may be fetched in a country, the nearest first. */
export const listPickupPoints = read({
  route: "GET /v1/pickup-points",
  permission: "pickup_point.read",
  summary: "Lists where parcels may be fetched in a country, the nearest to a town, postcode or place first",
  query: shape({
    ...PageQuery,
    country: Country,
    id: Type.Optional({ ...line(100), description: "The one of this id." }),
    near: Type.Optional({ ...line(100), description: "A town, a postcode, a street, or `59.43,24.75`." }),
  }),
  reply: page(
    shape({
      id: Type.String(),
      name: Type.String(),
      street: Type.String(),
      postcode: Type.String(),
      city: Type.String(),
      country: Country,
      latitude: Type.Number(),
      longitude: Type.Number(),
    }),
  ),
  async run(_db, { country, id: wanted, near, after, limit = DEFAULT_LIMIT }) {
    const points = nearest(
      ownCarrier.pickupPoints(country).filter(({ id }) => wanted === undefined || id === wanted),
      near,
    );
    const place = after === undefined ? -1 : points.findIndex(({ id }) => id === after);
    if (after !== undefined && place === -1) {
      throw wrongCursor();
    }
    const shown = points.slice(place + 1, place + 1 + limit);
    const isLast = place + 1 + limit >= points.length;
    return { data: [...shown], nextCursor: isLast ? null : (shown.at(-1)?.id ?? null) };
  },
});

/** Whether parcels may be fetched there: the point of an order has to be one of its country's. Pure. */
export function isPickupPoint(country: string, id: string): boolean {
  return ownCarrier.pickupPoints(country).some((point) => point.id === id);
}
