import { Type } from "typebox";
import { demandFreshSignIn, KeySchema, publicKey, createKey as saveKey } from "../../../identity/index.ts";
import { accepted, act, IdParams, line, shape, teamRoles } from "../../../platform/index.ts";
import { lockResellerInSight } from "../resellerInSight.ts";

/**
 * POST /v1/resellers/{id}/keys: makes a key for a shop of the reseller's and shows its token, this once. A
 * session must have been signed in within 15 minutes: 401 `sign_in_again`.
 */
export const createTeamKey = act({
  route: "POST /v1/resellers/{id}/keys",
  permission: "team.keep",
  summary: "Makes an API key for a reseller's shop; its token is shown only in this answer.",
  params: IdParams,
  body: shape({ label: line(80), teamRole: Type.Enum([...teamRoles]) }),
  reply: shape({ ...KeySchema.properties, token: Type.String() }),
  status: 201,
  secretReply: "shown_once",
  async run(tx, { id, label, teamRole }, at) {
    demandFreshSignIn(tx.caller);
    const { resellerId } = await lockResellerInSight(tx, id);
    const reseller = { id: resellerId, teamRole };
    const saved = await saveKey(tx, { role: "reseller", label, createdBy: tx.caller.id, reseller }, at);
    const shown = publicKey(saved.key);
    tx.record(resellerId, [{ type: "TeamKeyMade", keyId: shown.id, teamRole }]);
    return accepted({ ...shown, token: saved.token });
  },
});
