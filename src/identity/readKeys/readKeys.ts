import { PageQuery, page, read, shape } from "../../platform/index.ts";
import { KeySchema, listKeys, publicKey } from "../key.ts";

/** GET /v1/keys: the keys, newest first, without their secrets. */
export const readKeys = read({
  route: "GET /v1/keys",
  permission: "key.read",
  summary: "Lists API keys, newest first.",
  query: shape(PageQuery),
  reply: page(KeySchema),
  async run(db, question) {
    const limit = question.limit ?? 50;
    const rows = await listKeys(db, { after: question.after, limit: limit + 1 });
    const data = rows.slice(0, limit).map(publicKey);
    return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
  },
});
