import { Type } from "typebox";
import { PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { modelNamed } from "../model.ts";
import { pageOfModels } from "./modelStore.ts";
import { ModelView } from "./modelView.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/models: device models by slug, with the forms of their serials. */
export const listModels = read({
  route: "GET /v1/models",
  permission: "model.read",
  summary: "Lists device models with the forms of their serials, found by their names",
  query: shape({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 100 })) }),
  reply: page(ModelView),
  csv: true,
  async run(db, { search, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && (await modelNamed(db, after)) === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfModels(db, after ?? "", search?.trim() ?? "", limit + 1);
    const models = found.slice(0, limit);
    return { data: models, nextCursor: found.length > limit ? (models.at(-1)?.model ?? null) : null };
  },
});
