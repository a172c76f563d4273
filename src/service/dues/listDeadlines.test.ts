import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toInspected } from "../../../test/support/claimDesk.ts";
import { linkFor } from "../../identity/index.ts";
import { formatMoment } from "../../portal/words/index.ts";
import { dueKinds } from "./kinds.ts";

type Row = Readonly<Record<string, unknown>>;

describe("all that falls due", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  const dues = async (query: string): Promise<Row[]> => {
    const { status, body } = await desk.app.call("staff", `GET /v1/deadlines?limit=200${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.data as Row[];
  };
  const ofClaim = async (id: string, kind: string) =>
    (await dues(`&kind=${kind}`)).find(({ claimId }) => claimId === id);

  it("has words and a consequence for every kind the modules run", () => {
    const unknown = [...desk.app.platform.deadlineKinds.keys()].filter((kind) => !dueKinds.has(kind));
    assert.deepEqual(unknown, [], "say in src/service/dues/kinds.ts what these are and what they bring");
    const gone = [...dueKinds.keys()].filter((kind) => !desk.app.platform.deadlineKinds.has(kind));
    assert.deepEqual(gone, [], "these are run by nobody any more");
    for (const [kind, { name, from, then, warnedBy }] of dueKinds) {
      assert.ok(name.length > 3 && then.endsWith(".") && /^[a-z]+\.[a-z_]+$/.test(from), kind);
      assert.ok(
        warnedBy.every((warning) => dueKinds.has(warning)),
        kind,
      );
    }
  });

  it("is the same instant for owner, bench and machines, at each step", async () => {
    const kinds: readonly (readonly [readonly ("intake" | "inspection")[], string])[] = [
      [[], "report_lapses"],
      [toInspected, "payment_lapses"],
    ];
    for (const [steps, kind] of kinds) {
      const id = await desk.claimAfter(steps);
      await desk.app.platform.jobs.drained();
      const due = await ofClaim(id, kind);
      assert.ok(due !== undefined, kind);
      for (const who of [OWNER, "staff", "integrator"] as const) {
        const { body } = await desk.app.call(who, `GET /v1/claims/${id}`);
        assert.equal((body.claim as { next: { by: string } }).next.by, due.dueAt, `${kind} for ${who}`);
      }
      const link = { "x-evermend-link": linkFor(desk.app.platform, "claim", id) };
      const page = await desk.app.http.inject({ url: `/cases/${id}`, headers: link });
      const now = desk.app.platform.clock.now().toString();
      const shown = formatMoment(String(due.dueAt), String(due.zone), now);
      assert.ok(
        page.body.replaceAll(/\s+/g, " ").includes(shown.replaceAll(/\s+/g, " ")),
        `${shown} on the page`,
      );
    }
  });

  it("is found by time and device, page by page, and says what is wrong in a question", async () => {
    const id = await desk.claimAfter([]);
    const due = await ofClaim(id, "report_lapses");
    const device = String(due?.deviceId);
    const one = await dues(`&deviceId=${device}&kind=report_lapses`);
    assert.deepEqual(
      one.map(({ claimId }) => claimId),
      [id],
    );
    assert.deepEqual(await dues(`&deviceId=${device}&kind=report_lapses&to=${String(due?.dueAt)}`), []);
    assert.equal((await dues(`&deviceId=${device}&kind=report_lapses&from=${String(due?.dueAt)}`)).length, 1);
    const seen: string[] = [];
    for (let after = ""; ; ) {
      const { body } = await desk.app.call("staff", `GET /v1/deadlines?limit=7&deviceId=${device}${after}`);
      seen.push(...(body.data as Row[]).map(({ kind, dueAt }) => `${String(dueAt)} ${String(kind)}`));
      if (body.nextCursor === null) {
        break;
      }
      after = `&after=${encodeURIComponent(body.nextCursor as string)}`;
    }
    assert.deepEqual(seen, [...new Set(seen)].toSorted());
    for (const query of ["kind=never", "after=x", "from=yesterday"]) {
      assert.equal((await desk.app.call("staff", `GET /v1/deadlines?${query}`)).status, 400, query);
    }
  });

  it("is among the met ones when its step was done", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.app.platform.jobs.drained();
    assert.equal(await ofClaim(id, "report_lapses"), undefined);
    const promise = await ofClaim(id, "promise_breach");
    const [warning] = (promise?.warnings ?? []) as Row[];
    assert.equal(warning?.kind, "promise_warning");
    assert.ok(warning?.at !== undefined, "its warning is still to come");
    await desk.step("inspection", id);
    await desk.app.platform.jobs.drained();
    const met = await dues("&kind=promise_breach&state=met");
    assert.ok(met.some(({ claimId }) => claimId === id));
  });
});
