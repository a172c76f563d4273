import assert from "node:assert/strict";
import { accepted, act, newId, shape } from "../../../platform/index.ts";
import { demandGuide } from "../demandGuide.ts";
import { GuideSchema, guideBody, guideView } from "../guide.ts";
import { guideRow } from "../guideRow.ts";
import { insertGuide } from "../guideStore.ts";

/** POST /v1/guides: what to try before a case, as a draft. */
export const addGuide = act({
  route: "POST /v1/guides",
  permission: "guide.keep",
  summary: "Adds a guide to try before a case, as a draft: for models or series, by what happened.",
  body: shape(guideBody),
  reply: GuideSchema,
  status: 201,
  run: async (tx, given) => {
    await demandGuide(tx, given);
    const added = await insertGuide(tx, newId(tx.at), 1, ...guideRow(given), tx.at, tx.caller.id);
    assert(added !== undefined, "a new guide has no draft yet");
    tx.record(added.guideId, [{ type: "GuideAdded", version: added.version }]);
    return accepted(guideView(added, true));
  },
});
