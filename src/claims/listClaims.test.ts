import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  type ClaimDesk,
  claimDesk,
  OWNER,
  type Step,
  toInspected,
  toPaid,
  toShipped,
} from "../../test/support/claimDesk.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { readPublicId } from "../platform/index.ts";
import { nextSteps } from "./nextStep.ts";

interface Row {
  readonly id: string;
  readonly state: string;
  readonly next: { readonly what: string; readonly by?: string };
  readonly modelName: string;
  readonly payment?: string;
}

let desk: ClaimDesk;
const ways: readonly (readonly Step[])[] = [
  ...([[], ["intake"], toInspected, [...toInspected, "choice"], toPaid] as const),
  ...([[...toPaid, "replacement"], toShipped, [...toShipped, "closure"], ["cancellation"]] as const),
  ["intake", "cancellation"],
];

before(async () => {
  desk = await claimDesk();
  for (const way of ways) {
    await desk.claimAfter(way);
  }
  const { body } = await desk.report({});
  const { id, serial } = body.claim as { id: string; serial: string };
  await desk.step("intake", id, { serial, parts: ["camera"], condition: "cracked" });
  // One more that was shipped: its old device is awaited.
  const { rootId, no } = readPublicId("clm", await desk.claimAfter(toShipped)) ?? {};
  await desk.app.platform.database.pool.query(
    "insert into claims.core_return (device_id, claim_no, hold_no) values ($1, $2, 1)",
    [rootId, no],
  );
  await moreSteps();
});
after(() => desk.app.stop());

/** One whose owner is asked, one that is gone, one whose decision is contested. */
async function moreSteps(): Promise<void> {
  const { body } = await desk.report({});
  const { id, serial } = body.claim as { id: string; serial: string };
  const told = { serial, parts: ["camera"], condition: "cracked", choice: "ask", reason: "The battery?" };
  assert.equal((await desk.app.call("staff", `POST /v1/claims/${id}/mismatch`, told)).status, 200);
  const gone = { at: "2026-09-04", cause: "drop", parts: ["camera"], lost: "total" };
  assert.equal((await desk.report({ incident: gone })).status, 201);
  const contested = await desk.claimAfter(["intake"]);
  await desk.step("inspection", contested, { findings: { intentional: true } });
  const asked = await desk.app.call(OWNER, `POST /v1/claims/${contested}/appeal`, {
    reason: "It fell from the table, as I told.",
  });
  assert.ok(asked.status < 300, JSON.stringify(asked.body));
}

async function list(question: string, as: Parameters<ClaimDesk["app"]["call"]>[0] = "staff") {
  const { status, body } = await desk.app.call(as, `GET /v1/claims?limit=200&${question}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as {
    data: Row[];
    nextCursor: string | null;
    nextCounts: Record<string, number>;
  };
}

describe("the list of claims", () => {
  it("narrows to a next step exactly to the claims that have it, and counts the open ones", async () => {
    const all = await list("");
    assert.deepEqual([...new Set(all.data.map(({ next }) => next.what))].toSorted(), nextSteps.toSorted());
    for (const step of nextSteps) {
      const expected = all.data.filter(({ next }) => next.what === step).map(({ id }) => id);
      const found = (await list(`next=${step}`)).data.map(({ id }) => id);
      assert.deepEqual(found, expected, step);
      assert.equal(all.nextCounts[step] ?? 0, step === "none" ? 0 : expected.length, step);
    }
    const two = await list("next=send_rest,pay");
    assert.deepEqual(new Set(two.data.map(({ next }) => next.what)), new Set(["send_rest", "pay"]));
    assert.equal((await desk.app.call("staff", "GET /v1/claims?next=dance")).status, 400);
  });

  it("goes by deadline page by page, those without one last", async () => {
    const whole = (await list("sort=due")).data;
    const dues = whole.map(({ next }) => next.by ?? "9999");
    assert.deepEqual(dues, dues.toSorted());
    const paged: string[] = [];
    let cursor = "";
    do {
      const page = await desk.app.call("staff", `GET /v1/claims?sort=due&limit=2${cursor}`);
      const { data, nextCursor } = page.body as { data: Row[]; nextCursor: string | null };
      paged.push(...data.map(({ id }) => id));
      cursor = nextCursor === null ? "" : `&after=${nextCursor}`;
    } while (cursor !== "");
    assert.deepEqual(
      paged,
      whole.map(({ id }) => id),
    );
  });

  it("tells the model by its name, and how the payment of a fee stands", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const mine = async () => (await list("", OWNER)).data.find((row) => row.id === id);
    assert.deepEqual([(await mine())?.modelName, (await mine())?.payment], ["Osmo Action 4", undefined]);
    await desk.step("payment", id, { method: "test_declined" });
    assert.equal((await mine())?.payment, "failed");
    await desk.step("payment", id, { method: "test_pending" });
    assert.equal((await mine())?.payment, "pending");
  });

  it("finds what is overdue", async () => {
    assert.deepEqual((await list("overdue=true")).data, []);
    const id = await desk.claimAfter(toInspected);
    await ownerQuery(
      desk.app.database,
      `update platform.deadline set due_at = '2026-09-05T09:00:00Z'
        where root_id = $1 and kind = 'payment_lapses'`,
      [id.split("_")[1]],
    );
    assert.deepEqual(
      (await list("overdue=true")).data.map((row) => row.id),
      [id],
    );
  });
});
