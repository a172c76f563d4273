import { listProducts, showTerms } from "../../catalogue/index.ts";
import { notFound } from "../../platform/index.ts";
import { helpPage } from "../pages/helpPage.ts";
import { termsListPage, termsPage } from "../pages/termsPage.ts";
import { everyRow } from "../visit/everyRow.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";

/** The terms of the programmes that sell something: of the one there is, or a list. */
async function chooseTerms(visit: Visit): Promise<PageAnswer> {
  const plans = await everyRow(visit, listProducts, { kind: "plan" });
  const programmes = [...new Set(plans.flatMap(({ programme }) => programme ?? []))];
  const [only] = programmes;
  if (only === undefined) {
    throw notFound("programme");
  }
  if (programmes.length === 1) {
    return { goTo: `/terms/${only}` };
  }
  const all = await Promise.all(programmes.map((programme) => ask(visit, showTerms, { programme })));
  return termsListPage(frameOf(visit), { all });
}

async function showTheTerms(visit: Visit) {
  const terms = await ask(visit, showTerms, { programme: visit.params.programme ?? "" });
  return termsPage(frameOf(visit), terms);
}

/** The terms as customers read them, and help. */
export const termsRoutes = [
  get("/terms", chooseTerms),
  get("/terms/:programme", showTheTerms),
  get("/help", async (visit) =>
    helpPage(frameOf(visit), { mailTo: addressOf(visit.platform.config.mailFrom) }),
  ),
];

/** The bare address of a sender such as `Care <care@example.com>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}
