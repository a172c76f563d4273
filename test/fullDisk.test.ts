import { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type TestApp, testApp } from "./support/testApp.ts";

const GIGABYTE = 1024 ** 3;
const order = {
  lines: [{ sku: "U-3889316", quantity: 1 }],
  buyer: { email: "ann@example.com", name: "Ann", country: "EE" },
  delivery: { option: "email" },
};

describe("a disk that is nearly full", () => {
  let app: TestApp;
  let room = { free: 50 * GIGABYTE, all: 100 * GIGABYTE };
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z", disk: { room: async () => room } });
  });
  const place = () => app.call("reseller", "POST /v1/orders", order);

  it("sells nothing new, and goes on answering", async () => {
    const placed = await place();
    equal(placed.status, 201, JSON.stringify(placed.body));
    for (const [free, all, status] of [
      [5 * GIGABYTE, 100 * GIGABYTE, 201],
      [5 * GIGABYTE - 1, 100 * GIGABYTE, 503],
      [GIGABYTE, 2 * GIGABYTE, 201],
      [GIGABYTE - 1, 2 * GIGABYTE, 503],
    ] as const) {
      room = { free, all };
      const { status: answered, body } = await place();
      deepEqual([answered, body.code], [status, status === 503 ? "no_room" : undefined], `${free} of ${all}`);
    }
    const paid = await app.call("reseller", `POST /v1/orders/${placed.body.id}/payment`, {
      method: "test_success",
    });
    equal(paid.body.code, "no_room");
    equal((await app.call("reseller", `GET /v1/orders/${placed.body.id}`)).status, 200);
    equal((await app.call("public", "GET /v1/products")).status, 200);
  });
});
