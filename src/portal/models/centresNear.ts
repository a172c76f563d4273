/** Where a centre is, as far as it says. */
interface Placed {
  readonly name: string;
  readonly country: string;
  readonly address: { readonly city: string };
  readonly place?: { readonly latitude: number; readonly longitude: number } | undefined;
}

/** Where an owner lives, as far as we know. */
export interface Home {
  readonly city?: string | undefined;
  readonly country?: string | undefined;
}

/** A centre, and how far it is from the one in the owner's own town; undefined where nobody knows. */
export interface NearCentre<C> {
  readonly centre: C;
  readonly kilometres: number | undefined;
}

const EARTH_KM = 6371;

/**
 * Centres with the one of the owner's town first, then by their distance from it, then those of the owner's
 * country, then by name. We do not know where an owner is; the centre of their town stands for it. Pure.
 */
export function centresNear<C extends Placed>(centres: readonly C[], home: Home): readonly NearCentre<C>[] {
  const isHere = ({ address }: Placed): boolean => isSame(address.city, home.city);
  const from = centres.find((centre) => isHere(centre) && centre.place !== undefined)?.place;
  const near = centres.map((centre) => ({
    centre,
    kilometres: from && centre.place && distance(from, centre.place),
  }));
  const rank = ({ centre, kilometres }: NearCentre<C>): readonly number[] => [
    isHere(centre) ? 0 : 1,
    kilometres ?? Number.MAX_SAFE_INTEGER,
    isSame(centre.country, home.country) ? 0 : 1,
  ];
  return near.toSorted((a, b) => {
    const [ra, rb] = [rank(a), rank(b)];
    const differing = ra.findIndex((each, index) => each !== rb[index]);
    return differing < 0
      ? a.centre.name.localeCompare(b.centre.name)
      : (ra[differing] as number) - (rb[differing] as number);
  });
}

function isSame(one: string, other: string | undefined): boolean {
  return other !== undefined && one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Whole kilometres as the crow flies. */
function distance(a: NonNullable<Placed["place"]>, b: NonNullable<Placed["place"]>): number {
  const [lat1, lat2, lon1, lon2] = [a.latitude, b.latitude, a.longitude, b.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number, number];
  const half = Math.sin((lat2 - lat1) / 2) ** 2;
  const across = Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(half + across)));
}
