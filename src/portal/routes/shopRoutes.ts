import { listProducts } from "../../catalogue/index.ts";
import { plansPage } from "../pages/plansPage.ts";
import { pathsOf } from "../parts/pageLinks.ts";
import { ask, cursorAsked, frameOf, get, type Visit } from "../visit/visit.ts";

const shownAtOnce = 50;

/** The plans for sale, by the path people know; renewals are bought on the plan they prolong. */
async function showPlans(visit: Visit) {
  const after = cursorAsked(visit);
  const { data, nextCursor } = await ask(visit, listProducts, {
    ...{ limit: shownAtOnce, kind: "plan" as const },
    ...(after === "" ? {} : { after }),
  });
  const products = data
    .filter(({ soldAs }) => soldAs === "code")
    .map(({ sku, name, prices }) => ({ sku, name, price: prices[0]?.gross }));
  return plansPage(frameOf(visit), { products, ...pathsOf("/plans", after, nextCursor) });
}

/** Plans for sale. A plan's page is that of its product. */
export const shopRoutes = [
  get("/plans", showPlans),
  get("/plans/:sku", async ({ params }) => await Promise.resolve({ goTo: `/shop/${params.sku}` })),
];
