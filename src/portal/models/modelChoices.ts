import { modelOf } from "../../catalogue/index.ts";
import { reader, type Visit } from "../visit/visit.ts";

/** The models a code is for, by their names, for a list. `models` is their slugs, separated by commas. */
export async function modelChoices(
  visit: Visit,
  models: string,
): Promise<readonly (readonly [string, string])[]> {
  const slugs = models.split(",").filter((slug) => slug !== "");
  return await Promise.all(
    slugs.map(async (slug) => [slug, (await modelOf(reader(visit), "", slug))?.name ?? slug] as const),
  );
}
