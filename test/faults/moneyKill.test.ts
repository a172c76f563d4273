import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { CONTROLS, KILLS } from "./money/killTable.ts";
import { runKills, wrongOnes } from "./money/runKills.ts";
import { ONCE } from "./money/takeStock.ts";

test("killed at every named point of refund, hold, capture, release and renewal, each has happened once", async () => {
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
