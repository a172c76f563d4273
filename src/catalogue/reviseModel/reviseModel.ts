import { Type } from "typebox";
import { accepted, act, notFound, Problem, shape } from "../../platform/index.ts";
import { heldModels } from "../model.ts";
import { faultsOfForm, lockModel, ModelSheet, ModelView, Tried, updateModel } from "../models/index.ts";
import { rootOf } from "../rootOf.ts";

/** PUT /v1/models/{model}: what is known of a device model. Its slug stays: terms and contracts have it. */
export const reviseModel = act({
  route: "PUT /v1/models/{model}",
  permission: "product.keep",
  summary: "Writes what is known of a device model; the form of its serials is tried first",
  params: shape({ model: Type.String({ minLength: 1, maxLength: 60 }) }),
  body: shape({ ...ModelSheet, tried: Tried }),
  reply: ModelView,
  dryRun: true,
  async run(tx, { tried = [], serialFormat = null, ...told }) {
    const wanted = { ...told, serialFormat };
    const { model, maker, name, series, group } = wanted;
    const before = await lockModel(tx, model);
    if (before === undefined) {
      throw notFound("model");
    }
    const faults = faultsOfForm(serialFormat, tried);
    if (faults.length > 0) {
      throw new Problem(400, "bad_request", faults[0]?.message ?? "", { faults });
    }
    await updateModel(tx, model, maker, name, series, group, serialFormat);
    tx.record(rootOf("model", model), [{ type: "ModelRevised", from: before, to: wanted }]);
    return accepted(wanted);
  },
  settle: async (platform, _caller, reply) => {
    await heldModels.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});
