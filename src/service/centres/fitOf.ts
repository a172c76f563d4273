import type { Bench, Centre, CentreChannel } from "./centre.ts";

/** What a case needs of a centre; what is left out does not matter. */
export interface CentreNeed {
  readonly region?: string | undefined;
  readonly model?: string | undefined;
  /** Of the model; a centre may serve whole series. */
  readonly series?: string | undefined;
  readonly channel?: CentreChannel | undefined;
}

/** Why a centre does not take a case. */
export const unfitReasons = [
  "centre_closed",
  "other_region",
  "other_model",
  "no_counter",
  "no_parcels",
] as const;
export type Unfit = (typeof unfitReasons)[number];

/** Sentences of these reasons. */
export const unfitSays: Readonly<Record<Unfit, string>> = {
  centre_closed: "This centre has closed.",
  other_region: "This centre does not serve plans of this region.",
  other_model: "This centre does not do this model.",
  no_counter: "Nothing is brought to this centre; it takes parcels.",
  no_parcels: "This centre takes no parcels; devices are brought to it.",
};

/** Why a centre does not take a case; undefined where it does. Pure. */
export function unfitOf(centre: Centre, need: CentreNeed): Unfit | undefined {
  if (centre.closedAt !== null) {
    return "centre_closed";
  }
  if (need.region !== undefined && !centre.regions.includes(need.region)) {
    return "other_region";
  }
  if (benchesFor(centre, need).length === 0) {
    return "other_model";
  }
  if (need.channel !== undefined && !centre.channels.includes(need.channel)) {
    return need.channel === "counter" ? "no_counter" : "no_parcels";
  }
  return undefined;
}

/**
 * The benches of a centre that can do a model, those that can do little else first, so that the others stay
 * free. None where the centre does not serve it. Pure.
 */
export function benchesFor(centre: Centre, need: CentreNeed): readonly Bench[] {
  if (!does(centre, need)) {
    return [];
  }
  const breadth = ({ models, series }: Bench): number =>
    models.length + series.length === 0 ? Number.POSITIVE_INFINITY : models.length + series.length * 100;
  return centre.benches
    .filter((bench) => does(bench, need))
    .toSorted((a, b) => (breadth(a) === breadth(b) ? a.no - b.no : breadth(a) - breadth(b)));
}

function does(
  { models, series }: Pick<Bench, "models" | "series">,
  { model, series: line }: CentreNeed,
): boolean {
  const isAll = models.length === 0 && series.length === 0;
  return (
    isAll || model === undefined || models.includes(model) || (line !== undefined && series.includes(line))
  );
}
