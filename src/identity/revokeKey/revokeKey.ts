import { accepted, act, IdParams, notFound } from "../../platform/index.ts";
import { KeySchema, publicKey, revokeKey as saveRevocation } from "../key.ts";

/** POST /v1/keys/{id}/revocation: ends a key at once. Revoking it again changes nothing. */
export const revokeKey = act({
  route: "POST /v1/keys/{id}/revocation",
  permission: "key.revoke",
  summary: "Ends an API key at once.",
  params: IdParams,
  reply: KeySchema,
  async run(tx, command, at) {
    const key = await saveRevocation(tx, command.id, at);
    if (key === undefined) {
      throw notFound("key");
    }
    return accepted(publicKey(key));
  },
});
