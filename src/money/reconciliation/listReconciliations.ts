import { Type } from "typebox";
import {
  Day,
  IdParams,
  notFound,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { partyKinds } from "./comparison.ts";
import { RunSchema, runView } from "./run.ts";
import { pageOfRuns, runOf } from "./runStore.ts";

/** GET /v1/reconciliations: what was compared, the newest night first. */
export const listReconciliations = read({
  route: "GET /v1/reconciliations",
  permission: "reconciliation.read",
  summary: "Lists what was compared with whom, the newest night first",
  query: shape({
    ...PageQuery,
    kind: Type.Optional(Type.Enum([...partyKinds, "own"])),
    party: Type.Optional(Type.String({ maxLength: 80 })),
    state: Type.Optional(Type.Enum(["running", "done"])),
    night: Type.Optional(Day),
  }),
  reply: page(RunSchema),
  csv: true,
  async run(db, { limit = 50, after, ...filter }) {
    const { kind = null, party = null, state = null, night = null } = filter;
    const rows = await pageOfRuns(db, kind, party, state, night, ...readPlace(after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { data: shown.map(runView), nextCursor: isMore ? `${last.night}_${last.runId}` : null };
  },
});

/** GET /v1/reconciliations/{id}: how far one is, and what came of it. */
export const showReconciliation = read({
  route: "GET /v1/reconciliations/{id}",
  permission: "reconciliation.read",
  summary: "Shows how far one reconciliation is, and what came of it",
  params: IdParams,
  reply: RunSchema,
  async run(db, { id }) {
    const run = await runOf(db, readPublicId("rec", id)?.rootId ?? "");
    if (run === undefined) {
      throw notFound("reconciliation");
    }
    return runView(run);
  },
});

function readPlace(text: string | undefined): [string | null, string | null] {
  if (text === undefined) {
    return [null, null];
  }
  const [, day, runId] =
    /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]|29|3[01]))_([0-9a-z]{26})$/.exec(text) ?? [];
  if (day === undefined || runId === undefined) {
    throw wrongCursor();
  }
  return [day, runId];
}
