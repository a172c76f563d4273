import { listCategories, listProducts } from "../../catalogue/index.ts";
import { categoryName, productCard, trailOf } from "../models/shelfProduct.ts";
import { type Facet, type ShelfModel, shelfPage } from "../pages/shelfPage.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { imagesOf } from "./imagesOf.ts";

const words = en.shelf;
const shownAtOnce = 24;

type Narrowing = {
  readonly search: string;
  readonly brand: string;
  readonly category: string;
  readonly kind: string;
};

/** What was found, and the places of the shop within the one that is shown. */
type Reply = Awaited<ReturnType<typeof listProducts.run>> & {
  readonly within: readonly { readonly category: string; readonly products: number }[];
};

/** The address of the shelf with this in place of what the address has. */
function pathOf({ category, ...narrowing }: Narrowing, more: Readonly<Record<string, string>> = {}): string {
  const asked = Object.entries({ ...narrowing, ...more }).filter(([, value]) => value !== "");
  const onPath = category !== "" && narrowing.search === "";
  const all = onPath || category === "" ? asked : [...asked, ["category", category] as const];
  const query = new URLSearchParams(all.map(([name, value]) => [name, value] as [string, string])).toString();
  const path = onPath ? `/shop/category/${category}` : "/shop";
  return query === "" ? path : `${path}?${query}`;
}

function readNarrowing({ request, params }: Visit): Narrowing & { readonly after: string } {
  const asked = new URLSearchParams(request.url.split("?")[1]);
  const text = (name: string, most: number) => (asked.get(name) ?? "").normalize("NFC").slice(0, most).trim();
  const category = (params["*"] ?? text("category", 170)).toLowerCase().replaceAll(/[^a-z0-9/-]/g, "");
  const kind = text("kind", 5);
  return {
    search: text("search", 100),
    brand: text("brand", 60),
    category: category.replaceAll(/^\/+|\/+$/g, ""),
    kind: kind in words.kindNames ? kind : "",
    after: text("after", 120),
  };
}

async function show(visit: Visit): Promise<PageAnswer> {
  const { after, ...narrowing } = readNarrowing(visit);
  const { search, brand, category, kind } = narrowing;
  const [{ data: places }, reply] = await Promise.all([
    ask(visit, listCategories, {}),
    ask(visit, listProducts, {
      ...(search === "" ? {} : { search }),
      ...(brand === "" ? {} : { brand }),
      ...(category === "" ? {} : { category }),
      ...(kind === "plan" || kind === "goods" ? { kind } : {}),
      ...(after === "" ? {} : { after }),
      limit: shownAtOnce,
    }),
  ]);
  const within = places.filter(({ parent }) => (parent ?? "") === category);
  const page = shelfPage(frameOf(visit), shelfModel(narrowing, { ...reply, within }, after !== ""));
  return { status: 200, page, imagesFrom: imagesOf(reply.data.map(({ photoUrl }) => photoUrl)) };
}

function shelfModel(narrowing: Narrowing, reply: Reply, isBehind: boolean): ShelfModel {
  const { search, category } = narrowing;
  const { data, nextCursor, found } = reply;
  return {
    title: titleOf(narrowing),
    typed: search,
    carried: Object.entries(narrowing).filter(([name, value]) => name !== "search" && value !== ""),
    trail: trailOf(category),
    products: data.map((product) => productCard(product)),
    count: found && countOf(found.count),
    meant: found?.meant ?? undefined,
    taken: takenOf(narrowing),
    ...facetsOf(narrowing, reply),
    next: nextCursor === null ? undefined : pathOf(narrowing, { after: nextCursor }),
    first: isBehind ? pathOf(narrowing) : undefined,
  };
}

function titleOf({ search, brand, category, kind }: Narrowing): string {
  if (search !== "") {
    return words.searchTitle(search);
  }
  return (category !== "" && categoryName(category)) || brand || words.kindNames[kind] || words.title;
}

function countOf({ products, isMore }: NonNullable<Reply["found"]>["count"]): string {
  const count = products.toLocaleString("en");
  return isMore ? words.more(count) : words.found(count, products === 1);
}

/** What is narrowed to, each with the way back. */
function takenOf(narrowing: Narrowing): readonly Facet[] {
  const { brand, category, kind } = narrowing;
  return [
    ...(kind === ""
      ? []
      : [{ name: words.kindNames[kind] ?? kind, href: pathOf({ ...narrowing, kind: "" }) }]),
    ...(category === ""
      ? []
      : [{ name: categoryName(category), href: pathOf({ ...narrowing, category: "" }) }]),
    ...(brand === "" ? [] : [{ name: brand, href: pathOf({ ...narrowing, brand: "" }) }]),
  ];
}

/** Ways to narrow further. Of a search those that its hits have; of the shelf what is within. */
function facetsOf(
  narrowing: Narrowing,
  { data, found, within }: Reply,
): Pick<ShelfModel, "kinds" | "categories" | "brands"> {
  const shownOf = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => name !== "").map((name) => ({ name, count: undefined }));
  const { brands = shownOf(data.map(({ brand }) => brand)) } = found ?? {};
  const { categories = within.map(({ category: name, products: count }) => ({ name, count })) } = found ?? {};
  return {
    kinds:
      narrowing.kind === ""
        ? Object.entries(words.kindNames).map(([kind, name]) => ({
            name,
            href: pathOf({ ...narrowing, kind }),
          }))
        : [],
    categories: categories
      .filter(({ name }) => name !== narrowing.category)
      .map(({ name, count }) => ({
        ...{ name: categoryName(name), count },
        href: pathOf({ ...narrowing, category: name }),
      })),
    brands:
      narrowing.brand === ""
        ? brands.map(({ name, count }) => ({ name, count, href: pathOf({ ...narrowing, brand: name }) }))
        : [],
  };
}

/** The shelf, searched or by category. */
export const shelfRoutes = [get("/shop", show), get("/shop/category/*", show)];
