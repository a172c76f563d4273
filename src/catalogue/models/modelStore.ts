import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Model } from "../model.ts";

const MODEL = `model, maker, name, series, device_group as "group", serial_format as "serialFormat"`;

/** A page of models behind a slug, with these words in their names. */
export const pageOfModels = many<Model>(
  "page_of_models",
  `select ${MODEL} from catalogue.model
    where model > $1 and position(lower($2) in lower(model || ' ' || maker || ' ' || name)) > 0
    order by model
    limit $3`,
);

/** A model, locked until the transaction ends. */
export const lockModel = maybeOne<Model>(
  "lock_model",
  `select ${MODEL} from catalogue.model where model = $1 for update`,
);

/** Adds a model. Zero: its slug is taken. */
export const insertModel = effect(
  "insert_model",
  `insert into catalogue.model (model, maker, name, series, device_group, serial_format)
   values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);

/** Writes what is known of a model. */
export const updateModel = effect(
  "update_model",
  `update catalogue.model
      set maker = $2, name = $3, series = $4, device_group = $5, serial_format = $6
    where model = $1`,
);
