import { listProducts, showTerms } from "../../catalogue/index.ts";
import { notFound } from "../../platform/index.ts";
import { helpPage } from "../pages/helpPage.ts";
import { termsPage } from "../pages/termsPage.ts";
import { ask, frameOf, get, type PageAnswer, type Visit } from "../visit/visit.ts";

/** The terms of the one programme there is; of the first one where there are more. */
async function firstTerms(visit: Visit): Promise<PageAnswer> {
  const { data } = await ask(visit, listProducts, { limit: 1 });
  const programme = data[0]?.programme;
  if (programme === undefined) {
    throw notFound("programme");
  }
  return { goTo: `/terms/${programme}` };
}

async function showTheTerms(visit: Visit) {
  const terms = await ask(visit, showTerms, { programme: visit.params.programme ?? "" });
  return termsPage(frameOf(visit), terms);
}

/** The terms as customers read them, and help. */
export const termsRoutes = [
  get("/terms", firstTerms),
  get("/terms/:programme", showTheTerms),
  get("/help", async (visit) =>
    helpPage(frameOf(visit), { mailTo: addressOf(visit.platform.config.mailFrom) }),
  ),
];

/** The bare address of a sender such as `Care <care@example.com>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}
