import { listClaims } from "../../claims/index.ts";
import { readDevice } from "../../contracts/index.ts";
import { caseSentence, isOpen } from "../models/caseSentence.ts";
import { devicesOf } from "../models/devicesOf.ts";
import { tryOf } from "../models/paymentState.ts";
import { planOfDevice } from "../models/planOfDevice.ts";
import { draftElsewhere } from "../models/reportDraft.ts";
import { ribbonWithCase } from "../models/ribbonWithCase.ts";
import { devicePage } from "../pages/devicePage.ts";
import { devicesPage } from "../pages/devicesPage.ts";
import { everyRow } from "../visit/everyRow.ts";
import { ask, frameOf, get, type Visit } from "../visit/visit.ts";

async function showDevice(visit: Visit) {
  const device = await ask(visit, readDevice, { id: visit.params.id ?? "" });
  const [claims, plan] = await Promise.all([everyRow(visit, listClaims, {}), planOfDevice(visit, device)]);
  const draft = await draftElsewhere(visit, device.id);
  const own = claims.filter(({ deviceId }) => deviceId === device.id);
  const open = own.find(isOpen);
  return devicePage(frameOf(visit, device.ribbon.zone), {
    deviceId: device.id,
    ribbon: ribbonWithCase(device.ribbon, own, tryOf(open?.payment)),
    cases: own.map((claim) => ({
      id: claim.id,
      reportedAt: claim.openedAt,
      sentence: caseSentence(claim, tryOf(claim.payment)),
    })),
    openCaseId: open?.id,
    draftUntil: draft?.endsAt,
    ...plan,
  });
}

/** My devices, and one device with its ribbon. */
export const deviceRoutes = [
  get("/devices", async (visit) => devicesPage(frameOf(visit), { devices: await devicesOf(visit) })),
  get("/devices/:id", showDevice),
];
