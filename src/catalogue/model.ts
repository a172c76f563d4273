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
 * The model of a device. With a hint, the named model, unless the serial has the form of another's;
 * without, the only model whose form the serial has. A form is a way to tell, not a lock: a serial without
 * any known form may be of any model that is named. Undefined when there is none, or when several would
 * fit.
 */
export async function modelOf(db: Asker, serial: string, hint?: string): Promise<Model | undefined> {
  const models = await heldModels.rows(db);
  const told = models.filter((model) => hasForm(model, serial));
  if (hint === undefined) {
    return told.length === 1 ? told[0] : undefined;
  }
  const named = models.find((model) => model.model === hint);
  return named !== undefined && (told.length === 0 || told.includes(named)) ? named : undefined;
}

/** Whether a serial has the form that is known of a model's serials. */
export function hasForm({ serialFormat }: Model, serial: string): boolean {
  return serialFormat !== null && new RegExp(`^(?:${serialFormat})$`).test(serial);
}

/** The model with this slug; undefined when the catalogue has none. */
export async function modelNamed(db: Asker, slug: string): Promise<Model | undefined> {
  return (await heldModels.rows(db)).find((model) => model.model === slug);
}
