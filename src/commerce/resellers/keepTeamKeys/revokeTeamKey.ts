import { Type } from "typebox";
import { KeySchema, publicKey, revokeKeyOfTeam } from "../../../identity/index.ts";
import { accepted, act, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { lockResellerInSight } from "../resellerInSight.ts";

/** POST /v1/resellers/{id}/keys/{key}/revocation: ends a key of the reseller's at once. */
export const revokeTeamKey = act({
  route: "POST /v1/resellers/{id}/keys/{key}/revocation",
  permission: "team.keep",
  summary: "Ends an API key of a reseller's at once.",
  params: shape({
    id: Type.String({ minLength: 1, maxLength: 80 }),
    key: Type.String({ minLength: 1, maxLength: 80 }),
  }),
  reply: KeySchema,
  async run(tx, { id, key }, at) {
    const { resellerId } = await lockResellerInSight(tx, id);
    const row = await revokeKeyOfTeam(tx, resellerId, readPublicId("key", key)?.rootId ?? "", at);
    if (row === undefined) {
      throw notFound("key");
    }
    const revoked = publicKey(row);
    tx.record(resellerId, [{ type: "TeamKeyRevoked", keyId: revoked.id }]);
    return accepted(revoked);
  },
});
