import { type ClaimShape, listClaims } from "../../claims/index.ts";
import { readDevice } from "../../contracts/index.ts";
import { caseSentence, openStates } from "../models/caseSentence.ts";
import { devicesOf } from "../models/devicesOf.ts";
import { doorRows } from "../models/doorRows.ts";
import { answersOfDraft, draftElsewhere } from "../models/reportDraft.ts";
import { devicesPage } from "../pages/devicesPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { everyRow } from "../visit/everyRow.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";
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
  const { model, region } = device;
  const facts = { deviceId: device.id, serial, device: ribbon.device.name, zone: ribbon.zone, model };
  const told = { ...(await toldElsewhere(visit, device.id, kept)), ...facts };
  keep(visit.draft, "report", region === null ? told : { ...told, region });
  return { goTo: "/report/what" };
}

/** What this browser was told, or what was told later on another one. */
async function toldElsewhere(visit: Visit, deviceId: string, own: Answers): Promise<Answers> {
  const draft = await draftElsewhere(visit, deviceId);
  const isNewer = draft !== undefined && draft.keptAt > (own.keptAt ?? "");
  return isNewer ? { ...own, ...answersOfDraft(draft) } : own;
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
