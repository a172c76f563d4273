import type { PickupPoint } from "./carrier.ts";

/** A place as it was typed: a point of a map. */
interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Pickup points, the nearest first: to `59.43,24.75`, or those whose town, postcode or street has these
 * words; words that are nowhere leave them in their order, by town. Pure.
 */
export function nearest(points: readonly PickupPoint[], near: string | undefined): readonly PickupPoint[] {
  const inOrder = points.toSorted((a, b) => a.city.localeCompare(b.city) || a.id.localeCompare(b.id));
  if (near === undefined) {
    return inOrder;
  }
  const place = placeIn(near) ?? centreOf(inOrder.filter((point) => isIn(point, near)));
  return place === undefined
    ? inOrder
    : inOrder.toSorted((a, b) => distanceKm(a, place) - distanceKm(b, place));
}

function placeIn(near: string): Place | undefined {
  const [, latitude, longitude] =
    /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(near) ?? [];
  return latitude === undefined ? undefined : { latitude: Number(latitude), longitude: Number(longitude) };
}

function isIn({ city, postcode, street }: PickupPoint, near: string): boolean {
  return plain(`${city} ${postcode} ${street}`).includes(plain(near.trim()));
}

/** Letters as people type them who do not have the marks. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();
}

/** Of several points with the words asked for, the first: they are near each other. */
function centreOf(points: readonly PickupPoint[]): Place | undefined {
  return points[0];
}

const EARTH_KM = 6_371;

/** Along a great circle. */
function distanceKm(a: Place, b: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [north, east] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)];
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
