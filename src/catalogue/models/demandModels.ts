import { badField } from "../../platform/index.ts";
import type { Asker } from "../heldRows.ts";
import { heldModels } from "../model.ts";

/** Errors: Problem 400 for models that are not known, for none where a plan needs some, for any of goods. */
export async function demandModels(
  db: Asker,
  models: readonly string[],
  soldAs: "code" | "renewal" | "goods",
): Promise<void> {
  if (soldAs === "goods" && models.length > 0) {
    throw badField("/models", "goods_have_no_models", "Goods are for no model.");
  }
  if (soldAs !== "goods" && models.length === 0) {
    throw badField("/models", "models_needed", "Name the models that the plan is sold for.");
  }
  const known = new Set((await heldModels.rows(db)).map(({ model }) => model));
  const place = models.findIndex((model) => !known.has(model));
  if (place !== -1) {
    throw badField(`/models/${place}`, "unknown_model", `There is no model ${models[place]}: add it first.`);
  }
}
