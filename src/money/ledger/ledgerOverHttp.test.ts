import { deepEqual, equal, match } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const order = {
  lines: [{ sku: "U-3889316", quantity: 2 }],
  buyer: { email: "shop@example.org", name: "A shop", country: "PL" },
  delivery: { option: "email" },
};
type Row = Record<string, unknown> & { readonly balance: { readonly amount: number } };
type List = { readonly data: readonly Row[]; readonly nextCursor: string | null };

describe("the ledger over HTTP", () => {
  let app: TestApp;
  let orderId: string;
  const list = async (path: string): Promise<List> => {
    const { status, body } = await app.call("manager", `GET ${path}`);
    equal(status, 200, JSON.stringify(body));
    return body as unknown as List;
  };
  const earnings = async (query: string) =>
    (await list(`/v1/earnings?${query}`)).data.map(
      ({ plan, sales, openedMinor, soldMinor, earnedMinor, refundedMinor, deferredMinor }) => [
        ...[plan, sales, openedMinor],
        ...[soldMinor, earnedMinor, refundedMinor, deferredMinor],
      ],
    );

  before(async () => {
    app = await testApp({ now: "2026-09-01T00:00:00Z" });
    const placed = await app.call("reseller", "POST /v1/orders", order);
    orderId = String(placed.body.id);
    const paid = await app.call("reseller", `POST /v1/orders/${orderId}/payment`, { method: "test_success" });
    equal(paid.status, 200, JSON.stringify(paid.body));
    await app.platform.jobs.drained();
    const revealed = await app.call("reseller", `POST /v1/orders/${orderId}/codes`);
    const [{ code } = { code: "" }] = revealed.body.data as { code: string }[];
    const activated = await app.call("integrator", "POST /v1/activations", {
      ...{ code, serial: "AC400000001", device: { activatedAt: "never", region: "EU" } },
      holder: { name: "Ada", email: "ada@example.com" },
    });
    equal(activated.status, 201, JSON.stringify(activated.body));
    await app.moveTo("2026-11-15T12:00:00Z");
  });

  it("shows every account with its balance, now and at an instant, page by page", async () => {
    const now = await list("/v1/ledger/accounts");
    const balances = ({ data }: List) =>
      Object.fromEntries(data.map(({ kind, balance }) => [kind, balance.amount]));
    const earned = balances(now).earned_revenue as number;
    deepEqual(balances(now), {
      clearing: 8_850,
      deferred_revenue: 7_196 - earned,
      earned_revenue: earned,
      tax_payable: 1_654,
    });
    equal(earned > 200 && earned < 400, true, `${earned}`);
    const then = balances(await list("/v1/ledger/accounts?asOf=2026-09-30T23:59:59Z"));
    deepEqual([then.deferred_revenue, then.clearing, then.earned_revenue], [7_196, 8_850, 0]);
    const first = await list("/v1/ledger/accounts?limit=3");
    const rest = await list(`/v1/ledger/accounts?limit=3&after=${first.nextCursor}`);
    deepEqual([...first.data, ...rest.data], now.data);
    equal((await list("/v1/ledger/accounts?kind=clearing&party=test")).data.length, 1);
    equal((await list("/v1/ledger/accounts?currency=USD")).data.length, 0);
  });

  it("shows the postings of an account, an order, a charge and a plan, and what each is for", async () => {
    const { data: accounts } = await list("/v1/ledger/accounts?kind=earned_revenue");
    const { data: months } = await list(`/v1/ledger/accounts/${accounts[0]?.id}/postings`);
    // Codes are revealed in the order of their digests: the one that was used stands for either sale.
    const used = Number(String(months[0]?.sale).at(-1));
    deepEqual(
      months.map(({ what, subject, source }) => [what, subject, source]),
      ["2026-10", "2026-09"].map((month) => [
        `plan ${used} earned in ${month}`,
        `sal_${orderId.slice(4)}_${used}`,
        `sale/${used}/earned/${month}`,
      ]),
    );
    const first = await list(`/v1/ledger/accounts/${accounts[0]?.id}/postings?limit=1`);
    const second = await list(`/v1/ledger/accounts/${accounts[0]?.id}/postings?after=${first.nextCursor}`);
    deepEqual([...first.data, ...second.data], months);
    const ofOrder = await list(`/v1/ledger/postings?root=${orderId}`);
    deepEqual(
      ofOrder.data.map(({ no }) => no),
      [1, 2, 3, 4],
    );
    const charge = `chg_${orderId.slice(4)}_1`;
    deepEqual((await list(`/v1/ledger/postings?charge=${charge}`)).data, ofOrder.data);
    deepEqual((await list(`/v1/ledger/postings?sale=sal_${orderId.slice(4)}_${used}`)).data, ofOrder.data);
    deepEqual(
      (await list(`/v1/ledger/postings?sale=sal_${orderId.slice(4)}_${3 - used}`)).data.map(
        ({ source, subject }) => [source, subject],
      ),
      [
        ["charge/1/captured", charge],
        ["charge/1/captured", charge],
      ],
    );
    equal(
      (await list(`/v1/ledger/postings?root=${orderId}&source=sale/${used}/earned/2026-09`)).data.length,
      1,
    );
  });

  it("tells what plans were sold for and what became of it, by month and as of any instant", async () => {
    const [[, , , , september = 0] = []] = (await earnings("month=2026-09")) as number[][];
    deepEqual(await earnings("month=2026-08"), []);
    deepEqual(await earnings("month=2026-09"), [["care-2y", 2, 0, 7_196, september, 0, 7_196 - september]]);
    const [[, , opened = 0, sold, october = 0, , left] = []] = (await earnings(
      "month=2026-10",
    )) as number[][];
    deepEqual([opened, sold, left], [7_196 - september, 0, 7_196 - september - october]);
    deepEqual(await earnings("asOf=2026-09-30T23:59:59Z"), [["care-2y", 2, 0, 7_196, 0, 0, 7_196]]);
    deepEqual(await earnings(""), [["care-2y", 2, 0, 7_196, september + october, 0, left]]);
    deepEqual(await earnings("currency=PLN"), []);
  });

  it("lists what was paid for each plan, page by page: the rows behind all that is told", async () => {
    const all = await list("/v1/sales");
    deepEqual(
      all.data
        .map(({ id, state, plan, netMinor, taxMinor }) => [id, state, plan, netMinor, taxMinor].join())
        .toSorted(),
      all.data
        .map(({ state }, index) =>
          [`sal_${orderId.slice(4)}_${2 - index}`, state, "care-2y", 3_598, 827].join(),
        )
        .toSorted(),
    );
    deepEqual(all.data.map(({ state }) => String(state)).toSorted(), ["earning", "unused"]);
    const first = await list("/v1/sales?limit=1");
    deepEqual([...first.data, ...(await list(`/v1/sales?after=${first.nextCursor}`)).data], all.data);
    equal((await list("/v1/sales?state=earning&plan=care-2y&from=2026-09-01T00:00:00Z")).data.length, 1);
    equal((await list("/v1/sales?until=2026-09-01T00:00:00Z")).data.length, 0);
  });

  it("gives each list as CSV", async () => {
    const headers = { authorization: await app.authorization("manager"), accept: "text/csv" };
    for (const url of [
      "/v1/ledger/accounts",
      `/v1/ledger/postings?root=${orderId}`,
      "/v1/earnings",
      "/v1/earning-curves",
      "/v1/sales",
    ]) {
      const { statusCode, body } = await app.http.inject({ url, headers });
      equal(statusCode, 200, body);
      match(body, /^[a-zA-Z,.]+\r\n/);
    }
  });

  it("sets how plans that are sold from now on are earned, and no other", async () => {
    const curve = { kind: "rule_of_78" };
    const body = { programme: "dji-care-refresh", plan: "care-2y", curve };
    const tried = await app.call("manager", "POST /v1/earning-curves?dryRun=true", body);
    deepEqual((tried.body.sharesByMonth as number[]).slice(-2), [9_866, 10_000]);
    equal((await list("/v1/earning-curves")).data.length, 0);
    const set = await app.call("manager", "POST /v1/earning-curves", body);
    deepEqual([set.status, set.body.no, set.body.plan], [201, 1, "care-2y"]);
    await app.call("manager", "POST /v1/earning-curves", {
      programme: "dji-care-refresh",
      curve: { kind: "straight_line" },
    });
    const { data } = await list("/v1/earning-curves");
    deepEqual(
      data.map(({ plan, no }) => [plan, no]),
      [
        [null, 1],
        ["care-2y", 1],
      ],
    );
    const placed = await app.call("reseller", "POST /v1/orders", order);
    await app.call("reseller", `POST /v1/orders/${placed.body.id}/payment`, { method: "test_success" });
    const { rows } = await app.platform.database.pool.query(
      "select root_id as root, curve from money.sale order by sold_at, root_id, no",
    );
    deepEqual(
      rows.map(({ root, curve: own }) => [root, own.kind]),
      [orderId, orderId, placed.body.id, placed.body.id].map((id, index) => [
        String(id).slice(4),
        index < 2 ? "straight_line" : "rule_of_78",
      ]),
    );
  });

  const wrong: readonly [string, object, string][] = [
    ["a plan of another programme", { plan: "care-9y", curve: { kind: "straight_line" } }, "/plan"],
    ["no cost at all", { curve: { kind: "expected_cost", weights: [0, 0] } }, "/curve/weights"],
    [
      "points that go back",
      {
        curve: {
          kind: "custom",
          points: [
            { passed: 10, earned: 20 },
            { passed: 20, earned: 10 },
          ],
        },
      },
      "/curve/points/1",
    ],
    [
      "an end before all is earned",
      { curve: { kind: "custom", points: [{ passed: 10_000, earned: 1 }] } },
      "/curve/points/0",
    ],
  ];
  for (const [what, more, pointer] of wrong) {
    it(`takes no curve with ${what}`, async () => {
      const body = { programme: "dji-care-refresh", ...more };
      const { status, body: problem } = await app.call("manager", "POST /v1/earning-curves", body);
      deepEqual([status, (problem.errors as { pointer: string }[])[0]?.pointer], [400, pointer]);
    });
  }

  it("says what is wrong with a question", async () => {
    const asked = async (path: string) => (await app.call("manager", `GET ${path}`)).status;
    const bad = [
      "/v1/ledger/postings",
      "/v1/ledger/postings?charge=x",
      "/v1/ledger/accounts?after=x",
      "/v1/earnings?month=2026-13",
      "/v1/earnings?month=0000-01",
      "/v1/earnings?month=9999-12",
    ];
    deepEqual(await Promise.all(bad.map(asked)), [400, 400, 400, 400, 400, 400]);
    deepEqual(
      await Promise.all(["0001-01", "9998-12"].map((month) => asked(`/v1/earnings?month=${month}`))),
      [...[200, 200]],
    );
    deepEqual(
      await Promise.all(["7", "x"].map((id) => asked(`/v1/ledger/accounts/${id}/postings`))),
      [404, 404],
    );
  });

  it("leaves nothing behind that must never be", async () => {
    await app.platform.jobs.drained();
    deepEqual(await invariantSweep(app.database), []);
  });
});
