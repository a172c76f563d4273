import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { sellCodes, violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { ActivationOutcome } from "./activationRow.ts";

let app: TestApp;
let desk: ResellerDesk;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  desk = await resellerDesk(app);
});

async function bought(quantity: number): Promise<string[]> {
  const placed = await desk.as("buyer", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "office@northlight.example", name: "Northlight", country: "EE" },
    delivery: { option: "email" },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  await desk.as("buyer", `POST /v1/orders/${placed.body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const { body } = await desk.as("buyer", `POST /v1/orders/${placed.body.id}/codes`);
  return (body.data as { code: string }[]).map(({ code }) => code);
}
const row = (code = "", serial = "AC4TILL00001") => ({
  ...{ code, serial, holder: { name: "Jo Kask", email: "jo@example.com" } },
  device: { activatedAt: "2026-11-21T08:00:00Z", region: "EU" },
});
const bind = async (rows: object[]): Promise<ActivationOutcome[]> => {
  const { status, body } = await desk.as("buyer", "POST /v1/activations/bulk", { activations: rows });
  equal(status, 200, JSON.stringify(body));
  return body.data as ActivationOutcome[];
};

describe("a list of activations from a till", () => {
  test("binds each by itself: one that is refused or wrong keeps no other back", async () => {
    const [one, two, three] = await bought(3);
    const [foreign] = await sellCodes(app, { sku: "U-3889316", count: 1, region: "EU" });
    const rows = [
      row(one, "AC4TILL00001"),
      row(foreign, "AC4TILL00002"),
      row("not a code", "AC4TILL00003"),
      { ...row(two, "AC4TILL00004"), device: { activatedAt: "2030-01-01T00:00:00Z", region: "EU" } },
      row(three, "AC4TILL00001"),
    ];
    const outcomes = await bind(rows);
    deepEqual(
      outcomes.map(({ row: no, outcome, reason }) => [no, outcome, reason]),
      [
        [0, "activated", null],
        [1, "refused", "code_not_sold_here"],
        [2, "refused", "code_not_sold_here"],
        [3, "wrong", "in_the_future"],
        [4, "refused", "terms_refuse"],
      ],
    );
    ok(outcomes[0]?.contract?.startsWith("ctr_") && outcomes[0].lastDay !== null);
    const again = await bind([rows[0] as object]);
    deepEqual([again[0]?.outcome, again[0]?.contract], ["already", outcomes[0]?.contract]);
  });

  test("that is sent ten times at once binds each once, and nothing of it is kept", async () => {
    const codes = await bought(5);
    const rows = codes.map((code, place) => row(code, `AC4TEN00000${place}`));
    const all = await Promise.all(Array.from({ length: 10 }, () => bind(rows)));
    for (const [place] of rows.entries()) {
      equal(all.filter((told) => told[place]?.outcome === "activated").length, 1);
    }
    const settled = await bind(rows);
    ok(settled.every(({ outcome }) => outcome === "already"));
    const kept = await ownerQuery<{ text: string }>(
      app.database,
      "select string_agg(i::text, ' ') as text from platform.idempotency as i",
    );
    ok(codes.every((code) => !kept[0]?.text.includes(code)) && !kept[0]?.text.includes("jo@example.com"));
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });

  test("is for who sells, not a viewer of a team, an owner or the bench; a hundred at most", async () => {
    const [code] = await bought(1);
    const body = { activations: [row(code)] };
    equal((await desk.as("viewer", "POST /v1/activations/bulk", body)).status, 403);
    equal((await app.call("staff", "POST /v1/activations/bulk", body)).status, 403);
    equal((await app.call("owner jo@example.com", "POST /v1/activations/bulk", body)).status, 403);
    const many = { activations: Array.from({ length: 101 }, () => row(code)) };
    equal((await desk.as("buyer", "POST /v1/activations/bulk", many)).status, 400);
  });
});
