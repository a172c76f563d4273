import { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const CREDIT = 1_000;

describe("a top-up that its card holder's bank takes back", () => {
  let app: TestApp;
  let desk: ResellerDesk;
  before(async () => {
    app = await testApp({ now: "2026-11-21T10:00:00Z" });
    desk = await resellerDesk(app, { creditMinor: CREDIT });
  });

  const standing = async () => {
    const { body } = await app.call("manager", `GET /v1/resellers/${desk.id}`);
    return [body.state, (body.account as { balance: { amount: number } }).balance.amount];
  };
  const disputed = async () => {
    const { body } = await app.call("manager", "GET /v1/ledger/accounts?kind=disputed");
    return (body.data as { balance: { amount: number } }[]).map(({ balance }) => balance.amount);
  };
  async function buy(quantity: number): Promise<void> {
    const { body } = await desk.as("buyer", "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity }],
      buyer: { email: "office@northlight.example", name: "Northlight", country: "EE" },
      delivery: { option: "email" },
    });
    const paying = `POST /v1/orders/${body.id}/payment`;
    const paid = await desk.as("buyer", paying, { method: "balance" });
    equal(paid.body.state, "captured", JSON.stringify(paid.body));
    await app.platform.jobs.drained();
  }
  async function topUp(amountMinor: number): Promise<unknown> {
    const route = `POST /v1/resellers/${desk.id}/top-ups`;
    const { body } = await desk.as("buyer", route, { amountMinor, method: "test_success" });
    equal(body.state, "captured", JSON.stringify(body));
    return body.id;
  }
  async function takeBack(charge: unknown, amount: number, providerRef: string): Promise<unknown> {
    const { status, body } = await app.call("manager", "POST /v1/disputes", {
      ...{ charge, amount: { amount, currency: "EUR" }, reason: "fraud", providerRef },
    });
    equal(status, 201, JSON.stringify(body));
    await app.platform.jobs.drained();
    return body.id;
  }
  async function end(dispute: unknown, outcome: "won" | "lost"): Promise<void> {
    const { status, body } = await app.call("manager", `POST /v1/disputes/${dispute}/outcome`, { outcome });
    equal(status, 200, JSON.stringify(body));
    await app.platform.jobs.drained();
  }

  it("is off the balance at once, and on it again when the dispute is won", async () => {
    const dispute = await takeBack(await topUp(5_000), 800, "dp_won");
    deepEqual(await standing(), ["active", 4_200]);
    deepEqual(await disputed(), [0]);
    deepEqual(await invariantSweep(app.database), []);
    await end(dispute, "won");
    deepEqual(await standing(), ["active", 5_000]);
    deepEqual(await invariantSweep(app.database), []);
  });

  it("below the credit suspends the contract; lost, it stays owed and costs us nothing", async () => {
    const charge = await topUp(6_000);
    await buy(2);
    const [, left] = await standing();
    const after = Number(left) - 6_000;
    equal(after < -CREDIT, true, "more than its credit is owed");
    const dispute = await takeBack(charge, 6_000, "dp_lost");
    deepEqual(await standing(), ["suspended", after]);
    deepEqual(await disputed(), [0]);
    await end(dispute, "lost");
    deepEqual(await standing(), ["suspended", after]);
    deepEqual(await disputed(), [0]);
    const costs = await app.call("manager", "GET /v1/ledger/accounts?kind=provider_costs");
    deepEqual(costs.body.data, []);
    deepEqual(await invariantSweep(app.database), []);
    const statement = await desk.as("viewer", `GET /v1/resellers/${desk.id}/statements?month=2026-11`);
    const lines = statement.body.data as { kind: string; amountMinor: number }[];
    deepEqual(
      lines.filter(({ kind }) => kind === "taken_back").map(({ amountMinor }) => amountMinor),
      [-800, 800, -6_000],
    );
  });
});
