import type { Centre, CentreChannel } from "./centre.ts";
import { type CentreNeed, unfitOf } from "./fitOf.ts";

/** Where nothing is designated the centre comes after all that are. */
const LAST = 1_001;

/**
 * The centre that a case of this region, model and channel goes to: of those that take it the one designated
 * with the lowest priority, then the first by id. Undefined where none takes it. Pure.
 */
export function designatedCentre(
  centres: readonly Centre[],
  need: CentreNeed & { readonly region: string; readonly model: string; readonly channel: CentreChannel },
): Centre | undefined {
  const [first] = centres
    .filter((centre) => unfitOf(centre, need) === undefined)
    .map((centre) => ({ centre, priority: priorityOf(centre, need) }))
    .toSorted((a, b) => a.priority - b.priority || (a.centre.centreId < b.centre.centreId ? -1 : 1));
  return first?.centre;
}

function priorityOf(
  { designations }: Centre,
  { region, model }: { readonly region: string; readonly model: string },
): number {
  const meant = designations.filter(
    ({ regions, models }) => regions.includes(region) && (models.length === 0 || models.includes(model)),
  );
  return Math.min(LAST, ...meant.map(({ priority }) => priority));
}
