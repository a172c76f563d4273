import { isGone } from "../../claims/index.ts";
import { type ClaimPage, listCentres, showClaim, switchChannel } from "../../service/index.ts";
import { isRefused } from "../models/caseSentence.ts";
import type { CaseModel } from "../pages/casePage.ts";
import { ask, attempt, formOf, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { refusedStep } from "./choiceRoutes.ts";

const words = en.claim.reroute;

/** The form that lets a device be brought instead of sent, or sent instead of brought, where that can be. */
export async function rerouteOf(
  visit: Visit,
  { claim, device, appointment }: ClaimPage,
): Promise<CaseModel["reroute"]> {
  const { id, state, channel, region } = claim;
  const isOpen = state === "reported" && !isRefused(claim) && appointment?.state !== "arrived";
  if (!isOpen || isGone(claim.incident) || channel === "quick") {
    return undefined;
  }
  const form = { ...formOf(visit), action: `/cases/${id}/channel` };
  if (channel === "swift") {
    return { form, to: "online", title: words.send, note: words.sendNote };
  }
  const asked = { region, model: device.model, channel: "counter" as const };
  const { data } = await ask(visit, listCentres, asked);
  const places = data.filter(({ takes }) => takes).map(({ name, address }) => `${name}, ${address.city}`);
  return places.length === 0
    ? undefined
    : { form, to: "swift", title: words.bring, note: words.bringNote(places.slice(0, 3).join("; ")) };
}

/** It goes the other way from now on: whoever brings it chooses a time next. */
async function reroute(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const channel = visit.sent.channel === "swift" ? "swift" : "online";
  const taken = await attempt(visit, switchChannel, { id, channel });
  if (taken.refused !== undefined) {
    return refusedStep(visit, taken.refused);
  }
  const { claim } = await ask(visit, showClaim, { id });
  return { goTo: claim.channel === "swift" ? `/cases/${id}/visit` : `/cases/${id}` };
}

/** How a device reaches us, changed before it has. */
export const channelRoutes = [post("/cases/:id/channel", reroute)];
