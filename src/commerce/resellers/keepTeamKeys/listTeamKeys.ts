import { KeySchema, keysOfTeam, publicKey } from "../../../identity/index.ts";
import {
  IdParams,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/resellers/{id}/keys: its API keys, the newest first, without their secrets. */
export const listTeamKeys = read({
  route: "GET /v1/resellers/{id}/keys",
  permission: "team.read",
  summary: "Lists a reseller's API keys, the newest first.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(KeySchema),
  csv: true,
  async run(db, { id, after, limit = DEFAULT_LIMIT }) {
    const before = after === undefined ? null : readPublicId("key", after)?.rootId;
    if (before === undefined) {
      throw wrongCursor();
    }
    const { resellerId } = await resellerInSight(db, id, db.caller);
    const found = await keysOfTeam(db, resellerId, before, limit + 1);
    const keys = found.slice(0, limit);
    const last = keys.at(-1);
    return {
      data: keys.map(publicKey),
      nextCursor: found.length > limit && last !== undefined ? publicId("key", last.keyId) : null,
    };
  },
});
