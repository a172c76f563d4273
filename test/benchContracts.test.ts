import assert from "node:assert/strict";
import { it } from "node:test";
import type pg from "pg";
import { loadContracts } from "../bench/activation/loadContracts.ts";
import { one } from "../src/platform/index.ts";
import { claimDesk } from "./support/claimDesk.ts";

const contracts = one<{ readonly count: number }>(
  "test_loaded_contracts",
  "select count(*)::integer as count from contracts.contract",
);

it("what a bench loads are contracts by every constraint there is, and loading goes on", async () => {
  const { app } = await claimDesk();
  const before = await contracts(app.platform.database);
  const owner = app.database.address as pg.ClientConfig;
  await loadContracts(owner, 20);
  await loadContracts(owner, 30);
  assert.equal((await contracts(app.platform.database)).count - before.count, 30);
});
