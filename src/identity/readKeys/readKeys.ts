import { PageQuery, page, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { KeySchema, listKeys, publicKey } from "../key.ts";

/** GET /v1/keys: the keys, newest first, without their secrets. */
export const readKeys = read({
  route: "GET /v1/keys",
  permission: "key.read",
  summary: "Lists API keys, newest first.",
  query: shape(PageQuery),
  reply: page(KeySchema),
  async run(db, question) {
    const { limit = 50, after } = question;
    if (after !== undefined && readPublicId("key", after) === undefined) {
      throw wrongCursor();
    }
    const rows = await listKeys(db, { after, limit: limit + 1 });
    const data = rows.slice(0, limit).map(publicKey);
    return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
  },
});
