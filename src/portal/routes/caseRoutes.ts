import { cancelClaim, closeClaim } from "../../claims/index.ts";
import { type ClaimPage, showClaim } from "../../service/index.ts";
import { caseModelOf } from "../models/caseModel.ts";
import { isRefused } from "../models/caseSentence.ts";
import { closingOf } from "../models/closingOf.ts";
import { packingOf } from "../models/packingOf.ts";
import { expectedVisit } from "../models/visitModel.ts";
import { casePage } from "../pages/casePage.ts";
import { ask, attempt, frameOf, get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { buttonOf, cancelOf } from "./caseButtons.ts";
import { type Showing, threadOf } from "./caseThread.ts";
import { caseWays } from "./caseWays.ts";
import { rerouteOf } from "./channelRoutes.ts";
import { refusedStep } from "./choiceRoutes.ts";

/** The page of a case; looked at alone, without anything that can be sent. */
export async function showCase(visit: Visit, showing: Showing = {}) {
  const { readOnly = false } = showing;
  const found = await ask(visit, showClaim, { id: visit.params.id ?? "" });
  const { claim } = found;
  return casePage(frameOf(visit, found.ribbon.zone), {
    ...caseModelOf(found, visit.now),
    ...expectedVisit(found, visit.now),
    button: readOnly ? undefined : buttonOf(visit, found),
    closing: await closingOf(visit, found, { readOnly }),
    packing: awaitsParcel(claim) ? packingOf(found) : undefined,
    reroute: readOnly ? undefined : await rerouteOf(visit, found),
    cancel: readOnly ? undefined : cancelOf(visit, found),
    thread: await threadOf(visit, claim.id, showing),
    isPreview: readOnly,
  });
}

function awaitsParcel(claim: ClaimPage["claim"]): boolean {
  return !isRefused(claim) && ["send", "send_rest", "send_back"].includes(claim.next.what);
}

/** Takes a step that needs no page of its own, and shows the case again. */
async function step(visit: Visit, act: typeof closeClaim): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const taken = await attempt(visit, act, { id });
  return taken.refused === undefined ? { goTo: `/cases/${id}` } : refusedStep(visit, taken.refused);
}

/** The case page, the pages of its choice, and the two steps that need no page of their own. */
export const caseRoutes = [
  ...caseWays,
  get("/cases/:id", async (visit) => await showCase(visit)),
  post("/cases/:id/received", async (visit) => await step(visit, closeClaim)),
  post("/cases/:id/cancel", async (visit) => await step(visit, cancelClaim)),
];
