import { allRefusals, problemCodes } from "../../platform/index.ts";
import { referencePage } from "../pages/referencePage.ts";
import { frameOf, get } from "../visit/visit.ts";

/** The reference of the API, from the routes and refusals that are there. */
export const referenceRoutes = [
  get("/docs", async (visit) => {
    const { modules, config } = visit.platform;
    const calls = modules
      .flatMap((module) => module.routes)
      .map(({ route, summary }) => ({ route, summary }))
      .toSorted((left, right) => pathOf(left.route).localeCompare(pathOf(right.route)));
    const refusals = Object.entries(allRefusals())
      .map(([code, texts]) => ({ code, ...texts }))
      .toSorted((left, right) => left.code.localeCompare(right.code));
    const problems = Object.entries(problemCodes).map(([code, means]) => ({ code, means }));
    return referencePage(frameOf(visit), { calls, refusals, problems, publicUrl: config.publicUrl });
  }),
];

function pathOf(route: string): string {
  return route.slice(route.indexOf(" ") + 1);
}
