import { showClaim } from "../../service/index.ts";
import { oldDeviceModel } from "../models/oldDeviceModel.ts";
import { oldDevicePage } from "../pages/oldDevicePage.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";

async function showReturn(visit: Visit): Promise<PageAnswer> {
  const found = await ask(visit, showClaim, { id: visit.params.id ?? "" });
  const model = oldDeviceModel(found, visit.now);
  return model === undefined
    ? { goTo: `/cases/${found.claim.id}` }
    : oldDevicePage(frameOf(visit, found.ribbon.zone), model);
}

/** The old device of an advance exchange: how it goes back. */
export const oldDeviceRoutes = [get("/cases/:id/return", showReturn)];
