import { termsOf } from "../../catalogue/index.ts";
import { type ClaimShape, listClaims } from "../../claims/index.ts";
import { readDevice } from "../../contracts/index.ts";
import { caseSentence, openStates } from "../models/caseSentence.ts";
import { devicesOf } from "../models/devicesOf.ts";
import { doorRows } from "../models/doorRows.ts";
import { devicesPage } from "../pages/devicesPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import { keep } from "../visit/draft.ts";
import { everyRow } from "../visit/everyRow.ts";
import { ask, frameOf, get, type PageAnswer, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.report;

/** Which device broke: the only one there is, or a choice. */
async function chooseDevice(visit: Visit): Promise<PageAnswer> {
  const devices = await devicesOf(visit);
  const [only] = devices;
  if (devices.length === 1 && only !== undefined) {
    return { goTo: `/report/device/${only.id}` };
  }
  return devicesPage(frameOf(visit), { devices, report: true });
}

async function takeDevice(visit: Visit): Promise<PageAnswer> {
  const device = await ask(visit, readDevice, { id: visit.params.id ?? "" });
  const claims = await everyRow(visit, listClaims, { state: openStates });
  const open = claims.find((claim) => claim.deviceId === device.id);
  if (open !== undefined) {
    return openCasePage(visit, device.id, open);
  }
  const { serial, ribbon } = device;
  const begun = visit.draft.parts.get("report");
  const kept = begun?.deviceId === device.id ? begun : {};
  const contract = device.contracts.at(-1);
  const terms = contract && (await termsOf(reader(visit), contract.programme, contract.termsVersion));
  const partsOf = (terms?.parts(device.model) ?? ["other"]).join(",");
  const facts = { deviceId: device.id, serial, device: ribbon.device.name, zone: ribbon.zone, partsOf };
  keep(visit.draft, "report", { ...kept, ...facts });
  return { goTo: "/report/what" };
}

/** One case at a time: said before the first question, not after the last. */
function openCasePage(visit: Visit, deviceId: string, claim: ClaimShape): PageAnswer {
  const way = { href: `/cases/${claim.id}`, picture: "parcel" as const, label: en.claim.toCase };
  const page = refusalPage(frameOf(visit), {
    title: words.caseOpenTitle,
    says: words.caseOpenSays,
    against: [],
    dates: [],
    lacks: [],
    doors: doorRows([], [{ ...way, note: caseSentence(claim) }]),
    back: `/devices/${deviceId}`,
  });
  return { status: 409, page };
}

/** The device a report is about, before its first question. */
export const reportDeviceRoutes = [get("/report", chooseDevice), get("/report/device/:id", takeDevice)];
