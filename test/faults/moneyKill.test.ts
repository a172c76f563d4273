import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ownerQuery } from "../support/ownerQuery.ts";
import { killEarning, UNTIED_SALES } from "./money/killEarning.ts";
import { killItself } from "./money/killItself.ts";
import { CONTROLS, KILLS } from "./money/killTable.ts";
import { runKills, wrongOnes } from "./money/runKills.ts";
import { ONCE } from "./money/takeStock.ts";

test("killed at every point of refund, hold, capture, release and renewal, each happened once", async () => {
  const came = await runKills(KILLS);
  equal(came.kills.length, 28);
  deepEqual(
    came.kills,
    KILLS.map((kill) => ({ ...kill, stock: ONCE })),
  );
  deepEqual([came.gaps, came.violations], [[], []]);
});

test("the control: of a bank that forgets its keys every kind is found out, and the books too", async () => {
  const came = await runKills(CONTROLS, { forgetsKeys: true });
  deepEqual(
    wrongOnes(came).map(({ killed, stock }) => [killed, stock.atBank]),
    CONTROLS.map(({ killed }) => [killed, 2]),
  );
  equal(came.gaps.length > 0, true);
});

test("a plan that renews by itself is paid and renewed once a month, whenever its server dies", async () => {
  deepEqual(await killItself(), { atBank: 3, captured: 3, renewed: 3, gaps: [], violations: [] });
});

test("killed while it earns 3,000 sales: it goes on, nothing is earned twice, sales tie", async () => {
  const points = ["sales_saved:3", "sales_earned:4", "sales_saved:2"];
  const { database, violations } = await killEarning(3_000, points, "2026-06-15T00:00:00Z");
  deepEqual(violations, []);
  // Of 365 days, 142 had passed on the first of June.
  const earned = Math.floor((4_797 * 142) / 365);
  deepEqual(await ownerQuery(database, UNTIED_SALES, [earned]), []);
  const [planted] = await ownerQuery(database, PLANTED);
  equal(planted === undefined, false);
  equal((await ownerQuery(database, UNTIED_SALES, [earned])).length, 1, "what is earned twice is found");
});

/** The control: one month of one sale, posted once more under another name. */
const PLANTED = `
  insert into money.posting (root_id, no, source, part, at, debit_id, credit_id, amount_minor, currency,
                             charge_no, sale_no)
  select root_id, 1000000, source || '/again', part, at, debit_id, credit_id, amount_minor, currency,
         charge_no, sale_no
    from money.posting
   where source like 'sale/%/earned/%'
   limit 1
  returning no`;
