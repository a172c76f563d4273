import { accepted, act, Problem, shape } from "../../platform/index.ts";
import { heldModels } from "../model.ts";
import { faultsOfForm, insertModel, ModelSheet, ModelView, Tried } from "../models/index.ts";
import { refuse } from "../refusals.ts";
import { rootOf } from "../rootOf.ts";

/** POST /v1/models: a device model, its form of serials tried against some that are known. */
export const addModel = act({
  route: "POST /v1/models",
  permission: "product.keep",
  summary: "Adds a device model; the form of its serials is tried against those that are given",
  body: shape({ model: ModelView.properties.model, ...ModelSheet, tried: Tried }),
  reply: ModelView,
  status: 201,
  dryRun: true,
  async run(tx, { tried = [], serialFormat = null, ...told }) {
    const wanted = { ...told, serialFormat };
    const faults = faultsOfForm(serialFormat, tried);
    if (faults.length > 0) {
      throw new Problem(400, "bad_request", faults[0]?.message ?? "", { faults });
    }
    const { model, maker, name, series, group } = wanted;
    if ((await insertModel(tx, model, maker, name, series, group, serialFormat)) === 0) {
      return refuse("model_exists");
    }
    tx.record(rootOf("model", model), [{ type: "ModelAdded", ...wanted }]);
    return accepted(wanted);
  },
  settle: async (platform, _caller, reply) => {
    await heldModels.readAgain({ query: platform.database.query, platform });
    return reply;
  },
});
