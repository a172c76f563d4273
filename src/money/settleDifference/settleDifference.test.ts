import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { type ReportWorld, reportWorld } from "../../../test/support/reportWorld.ts";

interface Shown {
  readonly id: string;
  readonly cause: string;
  readonly state: string;
  readonly canPost: boolean;
  readonly asked: object | null;
}

const FEE = "update money.test_payment set fee_minor = $ where currency = 'PLN'";

let world: ReportWorld;
before(async () => {
  world = await reportWorld();
  deepEqual(await nextNight(), []);
});
after(() => world.stop());

const nextNight = async () => {
  await world.pass(1);
  return await world.found();
};
const shown = async (cause: string) => {
  const { data } = (await world.call("GET /v1/differences", { cause })) as unknown as { data: Shown[] };
  return data;
};
const settle = async (cause: string, action: "accept" | "post") => {
  const [found] = await shown(cause);
  return await world.call("POST /v1/differences/{id}/settlement", {
    ...{ id: found?.id, action, reason: "looked at" },
  });
};
const untied = async () => {
  const { data } = (await world.call("GET /v1/ties", { onlyBroken: true })) as unknown as {
    data: { what: string; currency: string; left: number; right: number }[];
  };
  return data.map(({ what, currency, left, right }) => [what, currency, left - right]);
};
const costs = async () =>
  (await world.sql(
    `select (m.debit_minor - m.credit_minor)::integer as minor
       from money.account join (
         select account_id, sum(debit_minor) as debit_minor, sum(credit_minor) as credit_minor
           from money.account_month group by account_id) as m using (account_id)
      where kind = 'provider_costs' and currency = 'PLN' order by 1`,
  )) as { minor: number }[];

describe("a fee that changes after it was posted", () => {
  it("is posted by what is new of it, up and down, as often as it changes", async () => {
    for (const [fee, rest] of [
      [131, 1],
      [135, 5],
      [90, -40],
    ] as const) {
      await world.sql(FEE.replace("$", String(fee)));
      deepEqual(await nextNight(), ["provider fee_differs"], `${fee}`);
      const posted = await settle("fee_differs", "post");
      equal(posted.state, "posted", JSON.stringify(posted));
      deepEqual(await nextNight(), []);
      equal(
        (await costs()).reduce((sum, { minor }) => sum + minor, 0),
        130 + rest,
      );
      deepEqual(await untied(), []);
    }
    deepEqual(await invariantSweep({ address: world.platform.database.pool.options }), []);
  });

  it("is not posted when all of it is in the books", async () => {
    await world.sql(FEE.replace("$", "130"));
    await nextNight();
    await world.sql(FEE.replace("$", "90"));
    deepEqual(await nextNight(), []);
  });
});

describe("what the matcher is told to ignore", () => {
  it("is accepted line by line, and the sums say still that it is not in the books", async () => {
    const key = `chg_${world.roots[0]}_1_1`;
    await world.sql(`update money.test_payment set amount_minor = 5907 where key = '${key}'`);
    deepEqual(await nextNight(), ["provider amount_differs"]);
    deepEqual(await untied(), [["clearing", "EUR", 7]]);
    equal((await settle("amount_differs", "accept")).state, "settled");
    deepEqual(await nextNight(), [], "nobody is told of it every night again");
    deepEqual(await untied(), [["clearing", "EUR", 7]], "and it is not hidden either");
  });

  it("is open again, and asks anew, when it is about another amount", async () => {
    const key = `chg_${world.roots[0]}_1_1`;
    await world.sql(`update money.test_payment set amount_minor = 5908 where key = '${key}'`);
    deepEqual(await nextNight(), ["provider amount_differs"]);
    const [open] = await shown("amount_differs");
    deepEqual([open?.state, open?.asked], ["open", null]);
    ok(open?.canPost === false);
  });
});
