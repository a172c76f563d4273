import { Type } from "typebox";
import { Instant, PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import { soldAs, wordsQuery } from "../shelf/index.ts";
import { keptProductOf, pageOfKeptProducts } from "./keptProductStore.ts";

const DEFAULT_LIMIT = 50;
const Kinds = { plan: ["code", "renewal"], goods: ["goods"] } as const;

const Row = shape({
  sku: Type.String(),
  name: Type.String(),
  brand: Type.String(),
  category: Type.String(),
  soldAs: Type.Enum([...soldAs]),
  isListed: Type.Boolean(),
  keptFields: Type.Array(Type.String()),
  supplier: Type.Union([Type.String(), Type.Null()]),
  stock: Type.Union([Type.Integer(), Type.Null()]),
  leadDays: Type.Integer(),
  changedAt: Instant,
});

/** GET /v1/shelf: products as their keepers see them, by SKU, those off the shelf too. */
export const listKeptProducts = read({
  route: "GET /v1/shelf",
  permission: "product.read",
  summary: "Lists products for those who keep them, by SKU, listed or not; found by words and codes",
  query: shape({
    ...PageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    brand: Type.Optional(Type.String({ maxLength: 60 })),
    category: Type.Optional(Type.String({ maxLength: 170, pattern: "^[a-z0-9/-]*$" })),
    kind: Type.Optional(Type.Enum(["plan", "goods"])),
    listed: Type.Optional(Type.Boolean()),
    supplier: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  reply: page(Row),
  csv: true,
  async run(db, { search = "", brand, category, kind, listed, supplier, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && (await keptProductOf(db, after)) === undefined) {
      throw wrongCursor();
    }
    const isSearched = search.trim() !== "";
    const words = isSearched ? await wordsQuery(db, search) : undefined;
    const code = search.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
    const found = await pageOfKeptProducts(
      db,
      ...[after ?? "", brand || undefined, category || undefined, kind && Kinds[kind]],
      ...[listed, supplier || undefined, isSearched, words ?? "", isSearched ? code : ""],
      limit + 1,
    );
    const rows = found.slice(0, limit);
    return {
      data: rows.map((row) => ({ ...row, changedAt: row.changedAt.toString() })),
      nextCursor: found.length > limit ? (rows.at(-1)?.sku ?? null) : null,
    };
  },
});
