import { viewAsOwner } from "../../claims/index.ts";
import { perform } from "../../platform/index.ts";
import { get, type Visit } from "../visit/visit.ts";
import { showCase } from "./caseRoutes.ts";

/**
 * The case page as its owner sees it, for the bench: by the owner's own eyes, with nothing that can be sent.
 * Each look is written down.
 */
async function showAsOwner(visit: Visit) {
  const id = visit.params.id ?? "";
  await perform(visit.platform, visit.caller, viewAsOwner, { id });
  const caller = { role: "owner", id: `${visit.caller.id} as owner`, link: { kind: "claim", id } } as const;
  return await showCase({ ...visit, caller }, { readOnly: true });
}

export const ownerViewRoutes = [get("/cases/:id/as-owner", showAsOwner)];
