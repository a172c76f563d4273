import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { grades } from "./spareUnit.ts";
import { stockLevels } from "./waitingStore.ts";

/** How many places an earlier page has shown. */
const PLACE = /^[1-9]\d{0,8}$/;

const Level = shape({
  model: Type.String(),
  region: Type.String(),
  grade: Type.String(),
  centre: Type.Optional(Type.String()),
  shelf: Type.String(),
  /** How many stand there: the sum of all moves. */
  level: Type.Integer(),
  /** How many of them are free to be given. */
  free: Type.Integer(),
});

/** GET /v1/stock: how many units stand where. All of it in one page: places are few. */
export const listStock = read({
  route: "GET /v1/stock",
  permission: "pool.read",
  summary: "Stock by model, region, grade and place.",
  query: shape({
    ...PageQuery,
    model: Type.Optional(Type.String({ maxLength: 60 })),
    region: Type.Optional(Type.String({ maxLength: 60 })),
    grade: Type.Optional(Type.Enum([...grades])),
    centre: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: page(Level),
  csv: true,
  run: async (db, { model = null, region = null, grade = null, centre, after, limit = 200 }) => {
    if (after !== undefined && !PLACE.test(after)) {
      throw wrongCursor();
    }
    const at = centre === undefined ? null : (readPublicId("cen", centre)?.rootId ?? "");
    const all = await stockLevels(db, model, region, grade, at);
    const from = Number(after ?? 0);
    const data = all.slice(from, from + limit).map(({ centreId, ...level }) => ({
      ...level,
      ...(centreId === null ? {} : { centre: publicId("cen", centreId) }),
    }));
    return { data, nextCursor: from + limit < all.length ? String(from + limit) : null };
  },
});
