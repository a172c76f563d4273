import { Type } from "typebox";
import { cursorAt, readDeviceCursor } from "../contracts/index.ts";
import { isOwner } from "../identity/index.ts";
import { IdParams, notFound, PageQuery, page, read, readPublicId, shape } from "../platform/index.ts";
import { exampleBlock, type Facts } from "../terms/index.ts";
import { type Appeal, AppealShape, appealsOfDevice, pageOfAppeals, toAppeal } from "./appeals/index.ts";
import { appealStates } from "./claim.ts";
import { readClaim } from "./readClaim.ts";

const PAGE = 50;

/** GET /v1/appeals: what owners contest, and what came of it. */
export const listAppeals = read({
  route: "GET /v1/appeals",
  permission: "appeal.read",
  summary: "Lists appeals, the newest first, by state.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...appealStates])) }),
  reply: page(AppealShape),
  csv: true,
  run: async (db, { limit = PAGE, after, state = null }) => {
    const from = after === undefined ? undefined : readDeviceCursor(after);
    const place = [from?.at ?? null, from?.deviceId ?? null, from?.no ?? null];
    const rows = await pageOfAppeals(db, state, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map((appeal) => toAppeal(appeal, false)),
      nextCursor: last === undefined ? null : cursorAt({ ...last, at: last.askedAt }),
    };
  },
});

/** GET /v1/claims/{id}/appeals: those of one case, the newest first; its owner sees them too. */
export const listClaimAppeals = read({
  route: "GET /v1/claims/{id}/appeals",
  permission: "claim.read",
  summary: "The appeals of one claim, the newest first.",
  params: IdParams,
  reply: shape({ data: Type.Array(AppealShape) }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { deviceId, no } = found.claim;
    const appeals = (await appealsOfDevice(db, deviceId)).filter(({ claimNo }) => claimNo === no);
    return { data: appeals.map((appeal) => toAppeal(appeal, isOwner(db.caller))) };
  },
});

/**
 * GET /v1/appeals/{id}: one of them with the facts of the contested decision. One that was upheld is an
 * example in the terms' own writing, to be put into a document.
 */
export const showAppeal = read({
  route: "GET /v1/appeals/{id}",
  permission: "appeal.read",
  summary:
    "One appeal: what was decided by which facts, why it is contested; upheld, an example for the terms.",
  params: IdParams,
  reply: shape({
    ...AppealShape.properties,
    /** In the names of the vocabulary, as they were when it was decided. */
    facts: Type.Record(Type.String(), Type.Unknown()),
    example: Type.Optional(Type.String()),
  }),
  run: async (db, { id }) => {
    const { rootId, no } = readPublicId("apl", id) ?? {};
    const known = rootId === undefined ? [] : await appealsOfDevice(db, rootId);
    const appeal = known.find((each) => each.no === no);
    if (appeal === undefined) {
      throw notFound("appeal");
    }
    const example = exampleOf(appeal);
    return {
      ...toAppeal(appeal, false),
      facts: { ...appeal.facts },
      ...(example === undefined ? {} : { example }),
    };
  },
});

/** What the terms should say of such a case: the outcome alone, for the rest is what was wrong. */
function exampleOf({ facts, receipt, shouldBe, claimNo }: Appeal): string | undefined {
  if (shouldBe === null) {
    return undefined;
  }
  const right = {
    ...receipt,
    outcome: shouldBe,
    ...{ fee: null, uses: null, returns: null, against: [], needs: [], doors: [], deadlines: [] },
  };
  return exampleBlock(`an appeal that was upheld, case ${claimNo}`, "coverage", nameless(facts), right);
}

/** The facts without whose they are: an example goes into a document that everybody reads. */
function nameless({ device, plan, ...others }: Facts): Facts {
  const unit = { serial: "X0001" };
  const told = typeof device === "object" ? { device: { ...device, ...unit } } : {};
  if (typeof plan !== "object") {
    return { ...others, ...told, ...(plan === undefined ? {} : { plan }) };
  }
  return { ...others, ...told, plan: { ...plan, ...unit, holder: "holder" } };
}
