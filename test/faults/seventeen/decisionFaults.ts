import assert from "node:assert/strict";
import { termsOf } from "../../../src/catalogue/index.ts";
import { readPublicId } from "../../../src/platform/index.ts";
import type { Terms } from "../../../src/terms/index.ts";
import { cleanFindings } from "../../support/cases.ts";
import { type ClaimDesk, OWNER } from "../../support/claimDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import { type Fault, seen } from "./fault.ts";
import { followUps } from "./followUps.ts";
import { codeOf, type Replacements } from "./stage.ts";

type Decide = Terms["decide"];

/** Ways for an engine to have no answer: an error, no rule that decides, no amount. */
const BROKEN: Readonly<Record<string, (real: Decide) => Decide>> = {
  "an error": () => () => {
    throw new Error("the engine broke on purpose");
  },
  "no rule": (real) => (decision, facts) => ({
    ...real(decision, facts),
    ...{ outcome: "undecided", because: [], uses: null, fee: null },
  }),
  "no amount": (real) => (decision, facts) => ({
    ...real(decision, facts),
    outcome: "incomplete",
    fee: null,
  }),
};

/** The faulty way: whatever is no answer is a yes, for nothing. */
function failingOpen(broken: Decide, real: Decide): Decide {
  return (decision, facts) => {
    try {
      const receipt = broken(decision, facts);
      assert.ok(receipt.outcome !== "undecided" && receipt.outcome !== "incomplete");
      return receipt;
    } catch {
      const yes = real(decision, facts);
      return { ...yes, fee: yes.fee && { ...yes.fee, amount: 0 } };
    }
  };
}

const failsOpen: Fault = {
  no: 6,
  name: "an engine that fails, finds no rule or no amount approves",
  guard: "only an outcome that the terms reached moves a case on; the control's engine says yes instead",
  shows: 3,
  play: async ({ desk }, isGuarded) => {
    const found: string[] = [];
    for (const [how, breaking] of Object.entries(BROKEN)) {
      const id = await desk.claimAfter(["intake"]);
      const before = await desk.kept(id);
      const terms = await termsJudging(desk, id);
      const { decide } = terms;
      const broken = breaking(decide);
      Object.assign(terms, { decide: isGuarded ? broken : failingOpen(broken, decide) });
      const answer = await desk.step("inspection", id);
      Object.assign(terms, { decide });
      const after = await desk.kept(id);
      if (isGuarded) {
        assert.ok(answer.status >= 400, how);
        assert.deepEqual([after.claim.version, after.slots], [before.claim.version, before.slots], how);
      }
      found.push(...seen(after.claim.state !== "received", `${how}: the claim is ${after.claim.state}`));
    }
    return found;
  },
};

/** The terms in this process that a claim is judged by. */
async function termsJudging({ app, kept }: ClaimDesk, id: string): Promise<Terms> {
  const { claim } = await kept(id);
  const { terms } = claim.receipt as { terms: { programme: string; version: string } };
  const { database } = app.platform;
  return await termsOf({ query: database.query, platform: app.platform }, terms.programme, terms.version);
}

const thrownAway: Fault = {
  no: 7,
  name: "the facts and the signals that a decision rested on are thrown away",
  guard: "they are written in the statement that moves the case; the control writes the outcome alone",
  shows: 2,
  play: async ({ desk, without }, isGuarded) => {
    for (let count = 0; count < 2; count += 1) {
      await desk.claimAfter([]);
    }
    const id = await desk.claimAfter(["intake"]);
    // By now the many devices of their owner are a signal.
    await desk.app.platform.jobs.drained();
    const inspect = () => desk.step("inspection", id);
    assert.equal(codeOf(isGuarded ? await inspect() : await without(FORGETFUL, inspect)), "done");
    const { rootId, no } = readPublicId("clm", id) ?? {};
    const [last] = await ownerQuery<{ receipt: Kept; signals: object[] | null }>(
      desk.app.database,
      `select receipt, signals from claims.decision
        where device_id = $1 and claim_no = $2 order by no desc limit 1`,
      [rootId, no],
    );
    const reasons = [...(last?.receipt.because ?? []), ...(last?.receipt.against ?? [])];
    const facts = reasons.flatMap((reason) => Object.keys(reason.facts));
    return [
      ...seen(!facts.includes("incident.cause"), "nobody can tell what cause was decided by"),
      ...seen((last?.signals ?? []).length === 0, "nobody can tell what was known to be odd"),
    ];
  },
};

interface Kept {
  readonly because?: readonly { readonly facts: object }[];
  readonly against?: readonly { readonly facts: object }[];
}

const FORGETFUL: Replacements = {
  move_decided_claim: (text) =>
    text
      .replace("$14, $15, $16", "($14::jsonb - 'because' - 'against')::json, $15, $16")
      .replace(/\(select json_agg\(json_build_object\('no', s\.no[\s\S]*?s\.claim_no = \$2\)/, "null"),
};

const believedDates: Fault = {
  no: 8,
  name: "dates of the warranty are taken from whoever claims, and believed",
  guard: "a report has no field for them, and owners write no findings; the control writes what it is told",
  shows: 1,
  play: async ({ desk }, isGuarded) => {
    const told = "2030-01-01T00:00:00Z";
    const incident = { at: "2026-09-04", cause: "defect", parts: ["camera"] };
    const camera = desk.camera();
    const bold = await desk.report({ incident: { ...incident, warrantyEndsAt: told } }, camera);
    assert.equal(bold.status, 400, JSON.stringify(bold.body));
    assert.match(JSON.stringify(bold.body), /\/incident\/warrantyEndsAt/);
    const { body } = await desk.report({ incident }, camera);
    const { id, serial } = body.claim as { id: string; serial: string };
    const parcel = { serial, parts: ["camera", "battery"], condition: "dead" };
    assert.equal(codeOf(await desk.step("intake", id, parcel)), "done");
    const findings = { ...cleanFindings, cause: "defect" };
    const claimed = { findings: { ...findings, warrantyEndsAt: told } };
    const own = await desk.app.call(OWNER, `POST /v1/claims/${id}/inspection`, claimed);
    assert.equal(own.status, 403);
    const device = `dev_${String(readPublicId("clm", id)?.rootId)}`;
    const written = await desk.app.call(OWNER, `POST /v1/devices/${device}/warranty`, {
      ...{ lastDay: "2029-12-31", reason: "so it says on my paper" },
    });
    assert.equal(written.status, 403);
    await desk.step("inspection", id, isGuarded ? { findings } : claimed);
    const decided = (await desk.kept(id)).decisions.at(-1);
    return seen(decided === "warranty", "the maker's warranty covers what its owner says it does");
  },
};

const editingTime: Fault = {
  no: 11,
  name: "what covers a loss is judged by when somebody looks, and not by when it happened",
  guard: "cover is asked of the moment of the loss; the control takes the moment of the report for it",
  shows: 1,
  play: async (stage, isGuarded) => {
    const desk = await stage.late();
    const at = isGuarded ? "2028-06-01T12:00:00Z" : desk.app.platform.clock.now().toString();
    const id = await reportedAt(desk, at);
    const provisional = (await desk.kept(id)).decisions.at(-1);
    const serial = String((await desk.kept(id)).claim.serial);
    await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "cracked" });
    await desk.step("inspection", id);
    const last = (await desk.kept(id)).decisions.at(-1);
    return seen(
      provisional !== "plan" || last !== "plan",
      `a loss within the plan is ${provisional}, ${last}`,
    );
  },
};

const lastDay: Fault = {
  no: 10,
  name: "cover ends at midnight of Greenwich as its last day begins",
  guard: "a plan ends when its last day is over where it was sold; the control ends it as that day begins",
  shows: 1,
  play: async (stage, isGuarded) => {
    const desk = await stage.late();
    const camera = desk.camera();
    if (!isGuarded) {
      await ownerQuery(
        desk.app.database,
        `update contracts.contract c set ends_at = '2028-06-01T00:00:00Z'
           from contracts.device d where d.device_id = c.device_id and d.serial = $1`,
        [camera.serial],
      );
    }
    const id = await reportedAt(desk, "2028-06-01T23:59:59Z", camera);
    const outcome = (await desk.kept(id)).decisions.at(-1);
    return seen(outcome !== "plan", `a loss on the last day is ${outcome}`);
  },
};

async function reportedAt(desk: ClaimDesk, at: string, camera = desk.camera()): Promise<string> {
  const { status, body } = await desk.report({ incident: { at, cause: "drop", parts: ["camera"] } }, camera);
  assert.equal(status, 201, JSON.stringify(body));
  return (body.claim as { id: string }).id;
}

const ownFollowUp: Fault = {
  no: 13,
  name: "a claim is flagged by its own follow-up, and a lawful second replacement always is",
  guard: "what came to nothing is no other case, and a unit that was given is another than the one before",
  shows: 2,
  play: async ({ evidence, without }, isGuarded) => {
    const play = () => followUps(evidence);
    const kinds = isGuarded ? await play() : await without(SUSPICIOUS, play);
    return kinds.map((kind) => `an honest owner is flagged: ${kind}`);
  },
};

const SUSPICIOUS: Replacements = {
  earlier_cases: (text) =>
    text.replace(
      "o.serial,",
      "(select d.serial from contracts.device d where d.device_id = o.device_id) as serial,",
    ),
  looks_alike: (text) => text.replace(/\(o\.state = 'cancelled'.*?\) as "other/, 'false as "other'),
};

/** Faults of deciding. */
export const decisionFaults: readonly Fault[] = [
  failsOpen,
  thrownAway,
  believedDates,
  lastDay,
  editingTime,
  ownFollowUp,
];
