import { type Asker, heldRows } from "./heldRows.ts";
import { allModels } from "./store.ts";

/** A device model. Its slug, series and group are those of the programme's terms. */
export interface Model {
  readonly model: string;
  readonly maker: string;
  readonly name: string;
  readonly series: string;
  readonly group: string;
  /** A regular expression over the whole normalised serial; null where none is known. */
  readonly serialFormat: string | null;
}

/** All models, held in the process. */
export const heldModels = heldRows(allModels);

/**
 * The model of a device. With a hint, the named model, if the serial may be one of its; without, the only model
 * whose format the serial has. Undefined when there is none, or when several would fit.
 */
export async function modelOf(db: Asker, serial: string, hint?: string): Promise<Model | undefined> {
  const models = await heldModels.rows(db);
  if (hint !== undefined) {
    return models.find((model) => model.model === hint && mayBe(model, serial));
  }
  const fitting = models.filter((model) => model.serialFormat !== null && mayBe(model, serial));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether a serial may be of this model; a model without a known format takes any. */
export function mayBe({ serialFormat }: Model, serial: string): boolean {
  return serialFormat === null || new RegExp(`^(?:${serialFormat})$`).test(serial);
}
