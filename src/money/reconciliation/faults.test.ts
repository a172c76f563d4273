import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FAULTS, first } from "../../../test/support/reportFaults.ts";
import { FIRST_DAY, reportWorld } from "../../../test/support/reportWorld.ts";
import { causeNames } from "./causes.ts";

test("without a fault nothing differs, and what is right was posted", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  await world.pass(1);
  deepEqual(await world.found(), []);
  const { data } = (await world.call("GET /v1/ties", {})) as { data: { what: string; isTied: boolean }[] };
  ok(data.some(({ what }) => what === "clearing"));
  deepEqual(
    data.filter(({ isTied }) => !isTied),
    [],
  );
  deepEqual(await world.found(), [], "once more changes nothing");
  const posted = (await world.sql(
    `select source, count(*)::integer as n from money.posting
      where source like 'report_line/%' group by source order by 1`,
  )) as object[];
  deepEqual(posted, [
    { source: "report_line/fee", n: 1 },
    { source: "report_line/parcel", n: 2 },
    { source: "report_line/payout", n: 1 },
  ]);
});

test("what moved since a provider told does not untie it; what it does not know does", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  const clearing = async () => {
    const { data } = (await world.call("GET /v1/ties", {})) as { data: { what: string; isTied: boolean }[] };
    return data.filter(({ what }) => what === "clearing").map(({ isTied }) => isTied);
  };
  await world.pass(1);
  deepEqual(await world.found(), []);
  await world.pass(0.5);
  await world.pay(4_200, "EUR", "test_success");
  deepEqual(await clearing(), [true, true]);
  await world.sql("update money.report set made_at = made_at + interval '1 day', to_on = to_on + 1");
  deepEqual(await clearing(), [false, true], "the control: told of that half day, it would have said so");
});

for (const [says, days, put, expected] of FAULTS) {
  test(`${says}: ${expected.join(", ")}`, async (t) => {
    const world = await reportWorld();
    t.after(() => world.stop());
    await put(world);
    await world.pass(days);
    deepEqual(await world.found(), expected);
  });
}

test("a report that was sent may tell again what the provider's own books tell", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  world.reports.provider.push(`X-2,payment,${FIRST_DAY},59.00,EUR,,chg_${first(world)}_1_1,,,`);
  await world.pass(1);
  deepEqual(await world.found(), []);
});

test("a day apart is no more than that", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  await world.sql(
    `update money.test_payment set created_at = '2026-06-14T23:59:59Z' where key = 'chg_${first(world)}_1_1'`,
  );
  await world.pass(1);
  deepEqual(await world.found(), []);
  const { data } = (await world.call("GET /v1/differences", { cause: "day_boundary" })) as {
    data: { state: string }[];
  };
  deepEqual(
    data.map(({ state }) => state),
    ["explained"],
  );
});

test("what is late explains itself when it arrives", async (t) => {
  const world = await reportWorld();
  t.after(() => world.stop());
  const line = world.reports.bank.pop() as string;
  await world.pass(1);
  deepEqual(await world.found(), ["provider late"]);
  world.reports.bank.push(line);
  deepEqual(await world.found(), []);
});

test("every cause there is was injected", () => {
  const injected = new Set(FAULTS.flatMap(([, , , found]) => found.map((one) => one.split(" ")[1])));
  deepEqual(
    causeNames.filter((cause) => cause !== "day_boundary" && !injected.has(cause)),
    [],
  );
  ok(injected.size >= 20);
  equal(injected.size, causeNames.length - 1);
});

test("the guide lists what was injected, and as what it was found", async () => {
  const guide = await readFile(new URL("../../../docs/guides/money.md", import.meta.url), "utf8");
  for (const [says, , , found] of FAULTS) {
    const causes = found.map((one) => `\`${one.split(" ")[1]}\``).join(", ");
    ok(
      guide.includes(`| ${says} | ${causes} |`),
      `write this into docs/guides/money.md: | ${says} | ${causes} |`,
    );
  }
});
