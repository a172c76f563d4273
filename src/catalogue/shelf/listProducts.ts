import { Type } from "typebox";
import {
  type Page,
  PageQuery,
  page,
  type ReadContext,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { MOST_COUNTED } from "./findingStore.ts";
import { type Behind, type Searched, searchShelf } from "./searchShelf.ts";
import { ProductView } from "./shelfProduct.ts";
import { pageOfShelf, type ShelfWithin, shelfProducts } from "./shelfStore.ts";
import { withOwnPrices } from "./withOwnPrices.ts";

const DEFAULT_LIMIT = 50;

const FoundOf = shape({ name: Type.String(), count: Type.Integer() });

/** What a search says beside its page. */
const SearchView = shape({
  /** `isMore`: there are more than this, and nobody counts them. */
  count: shape({ products: Type.Integer(), isMore: Type.Boolean() }),
  /** Of the first thousand hits. */
  brands: Type.Array(FoundOf),
  categories: Type.Array(FoundOf),
  /** What was searched for in place of what was typed, which no product has. */
  meant: Type.Union([Type.String(), Type.Null()]),
});

const Kinds = { plan: ["code", "renewal"], goods: ["goods"] } as const;

/** GET /v1/products: the catalogue by SKU, or what a search finds, the best first. */
export const listProducts = read({
  route: "GET /v1/products",
  permission: "catalogue.read",
  summary:
    "Lists products by SKU; with `search` those that have the words or the part of a code, the best first, " +
    "with how many there are of each brand and category",
  query: shape({
    ...PageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    brand: Type.Optional(Type.String({ maxLength: 60 })),
    /** With all that is within it: `power` finds `power/battery`. */
    category: Type.Optional(Type.String({ maxLength: 170, pattern: "^[a-z0-9/-]*$" })),
    kind: Type.Optional(Type.Enum(["plan", "goods"])),
  }),
  reply: shape({ ...page(ProductView).properties, found: Type.Optional(SearchView) }),
  async run(db, { search = "", brand, category, kind, after, limit = DEFAULT_LIMIT }) {
    const within = {
      brand: brand === "" ? undefined : brand,
      category: category === "" ? undefined : category,
      kind,
    };
    if (search.trim() === "") {
      return await wholeShelf(db, { ...within, after, limit });
    }
    const soldAs = kind === undefined ? undefined : Kinds[kind];
    const behind = after === undefined ? undefined : readBehind(after);
    const found = await searchShelf(db, { ...within, soldAs, typed: search, behind, limit: limit + 1 });
    const shown = found.page.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: await inOrder(db, shown),
      nextCursor: found.page.length > limit && last !== undefined ? `${last.score}.${last.sku}` : null,
      found: foundView(found),
    };
  },
});

interface ShelfAsked extends ShelfWithin {
  readonly after: string | undefined;
  readonly limit: number;
}

async function wholeShelf(
  db: ReadContext,
  { after, limit, ...within }: ShelfAsked,
): Promise<Page<ProductView> & { data: ProductView[] }> {
  const found = await pageOfShelf(db, { at: db.at, after, limit: limit + 1 }, within);
  if (found === undefined) {
    throw wrongCursor();
  }
  const data = await withOwnPrices(db, found.slice(0, limit));
  return { data, nextCursor: found.length > limit ? (data.at(-1)?.sku ?? null) : null };
}

async function inOrder(db: ReadContext, shown: readonly { readonly sku: string }[]): Promise<ProductView[]> {
  const skus = shown.map(({ sku }) => sku);
  return skus.length === 0 ? [] : await withOwnPrices(db, await shelfProducts(db, db.at, skus));
}

function foundView({ count, brands, categories, meant }: Searched): {
  count: { products: number; isMore: boolean };
  brands: { name: string; count: number }[];
  categories: { name: string; count: number }[];
  meant: string | null;
} {
  return {
    count: { products: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED },
    brands: [...brands],
    categories: [...categories],
    meant: meant ?? null,
  };
}

/** Errors: Problem 400 for what no search gave. */
function readBehind(after: string): Behind {
  const [, score, sku] = /^(\d{1,9})\.([A-Za-z0-9._-]{1,60})$/.exec(after) ?? [];
  if (score === undefined || sku === undefined) {
    throw wrongCursor();
  }
  return { score: Number(score), sku };
}
