import { Type } from "typebox";
import { modelNamed } from "../../../catalogue/index.ts";
import { accepted, act, badField, line, notFound, shape } from "../../../platform/index.ts";
import { dropSuccessors, insertSuccessors } from "../waitingStore.ts";

/** PUT /v1/successors/{model}: which models are given where there is none of this one, the first at first. */
export const setSuccessors = act({
  route: "PUT /v1/successors/{model}",
  permission: "pool.rule",
  summary: "Sets which models may be given where the pool has none of a model.",
  params: shape({ model: line(60) }),
  body: shape({ successors: Type.Array(line(60), { maxItems: 10, uniqueItems: true }) }),
  reply: shape({ model: Type.String(), successors: Type.Array(Type.String()) }),
  run: async (tx, { model, successors }) => {
    if ((await modelNamed(tx, model)) === undefined) {
      throw notFound("model");
    }
    for (const [index, each] of successors.entries()) {
      if (each === model || (await modelNamed(tx, each)) === undefined) {
        const says = each === model ? "A model does not follow itself." : `There is no model ${each}.`;
        throw badField(`/successors/${index}`, "unknown_model", says);
      }
    }
    await dropSuccessors(tx, model);
    await insertSuccessors(tx, model, successors);
    return accepted({ model, successors });
  },
});
