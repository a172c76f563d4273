import assert from "node:assert/strict";
import { readPublicId } from "../../../src/platform/index.ts";
import { formatMoney } from "../../../src/portal/words/formatMoney.ts";
import { cleanFindings } from "../../support/cases.ts";
import { type ClaimDesk, OWNER } from "../../support/claimDesk.ts";
import { ownerQuery } from "../../support/ownerQuery.ts";
import type { TestApp } from "../../support/testApp.ts";
import { type Fault, seen } from "./fault.ts";
import { codeOf, type Replacements } from "./stage.ts";

const floats: Fault = {
  no: 12,
  name: "money is kept in floats, every currency has two decimals, and nothing checks an amount",
  guard:
    "whole minor units, each currency by its own digits, a check on each amount; the control has none of it",
  shows: 3,
  play: async ({ desk }, isGuarded) => {
    const id = await desk.claimAfter(["intake"]);
    for (const amount of [300.5, "300", -1, 2 ** 53]) {
      const repairPrice = { amount, currency: "PLN" };
      const { status, body } = await desk.step("inspection", id, { findings: cleanFindings, repairPrice });
      assert.equal(status, 400, String(amount));
      assert.match(JSON.stringify(body), /\/repairPrice\/amount/);
    }
    const { database } = desk.app;
    const { rootId } = readPublicId("clm", id) ?? {};
    const told = isGuarded ? formatMoney : byHundredths;
    const [yen, dinar] = [told({ amount: 1_500, currency: "JPY" }), told({ amount: 1_500, currency: "KWD" })];
    return [
      ...seen(yen !== "1,500\u00a0JPY" || dinar !== "1.500\u00a0KWD", `${yen} and ${dinar} are told`),
      ...(await keepsLess(database, String(rootId), isGuarded)),
      ...(await fractionsIn(database, isGuarded)),
    ];
  },
};

/** The faulty way: every currency has cents. */
function byHundredths({ amount, currency }: { amount: number; currency: string }): string {
  return `${(amount / 100).toFixed(2)}\u00a0${currency}`;
}

/** Tries to keep a fee of less than nothing, and forgets it again. */
async function keepsLess(
  database: TestApp["database"],
  deviceId: string,
  isGuarded: boolean,
): Promise<readonly string[]> {
  const uncheck = isGuarded ? "" : "alter table claims.claim drop constraint claim_fee;";
  const set = `update claims.claim set fee_minor = -1 where device_id = '${deviceId}'`;
  const isKept = await ownerQuery(database, `begin; ${uncheck} ${set}; rollback`).then(
    () => true,
    (error: { constraint?: string }) => {
      assert.equal(error.constraint, "claim_fee");
      return false;
    },
  );
  return seen(isKept, "a fee of less than nothing is kept");
}

/** Columns of money that can hold a part of a minor unit. */
async function fractionsIn(database: TestApp["database"], isGuarded: boolean): Promise<readonly string[]> {
  const plant = "alter table claims.claim add column paid_minor double precision;";
  const rows = await ownerQuery<{ name: string }>(
    database,
    `begin; ${isGuarded ? "" : plant}
     select table_schema || '.' || table_name || '.' || column_name as name
       from information_schema.columns
      where column_name ~ '_minor(s)?$' and data_type in ('real', 'double precision', 'numeric', 'money');
     rollback`,
  );
  return rows.map(({ name }) => `${name} can hold parts of a cent`);
}

type Row = Readonly<Record<string, unknown>>;

const movingClock: Fault = {
  no: 14,
  name: "a clock that runs moves when a setting changes, and figures go by another clock than promises",
  guard: "a clock keeps the promise and the hours it was started by; the control looks them up again",
  shows: 1,
  play: async ({ desk, without }, isGuarded) => {
    const id = await desk.claimAfter(["intake"]);
    const before = await clockOf(desk, id);
    const [now] = (await desk.app.call("manager", "GET /v1/service-promises")).body.data as Row[];
    const version = Number(now?.version ?? 0);
    const openMinutes = version === 0 ? 60 : 45;
    const promise = { promise: "first_look", openMinutes, version };
    assert.equal((await desk.app.call("manager", "POST /v1/service-promises", promise)).status, 201);
    const fresh = await desk.claimAfter(["intake"]);
    assert.equal((await clockOf(desk, fresh))?.openMinutes, openMinutes, "the setting has changed");
    // What an owner writes has the clocks of the case followed again.
    const write = async () => {
      const said = await desk.app.call(OWNER, `POST /v1/claims/${id}/messages`, { text: "Is it there?" });
      assert.equal(codeOf(said), "done");
      await desk.app.platform.jobs.drained();
    };
    await (isGuarded ? write() : without(FORGOTTEN, write));
    const after = await clockOf(desk, id);
    const figures = await desk.app.call("staff", "GET /v1/service-clocks?broken=true&limit=200");
    const isBroken = (figures.body.data as Row[]).some(({ claimId }) => claimId === id);
    return [
      ...seen(after?.dueAt !== before?.dueAt, `due at ${String(before?.dueAt)}, now ${String(after?.dueAt)}`),
      ...seen(isBroken, "a promise that runs is told as broken"),
    ];
  },
};

/** Reads no clock that runs: each is started again, by what is set today. */
const FORGOTTEN: Replacements = {
  clocks_of_claims: (text) => text.replace(" order by", " where false order by"),
};

async function clockOf({ app }: ClaimDesk, id: string): Promise<Row | undefined> {
  await app.platform.jobs.drained();
  const { body } = await app.call("staff", "GET /v1/service-clocks?limit=200&state=running");
  return (body.data as Row[]).find(({ claimId, promise }) => claimId === id && promise === "first_look");
}

/** Faults of sums and clocks. */
export const figureFaults: readonly Fault[] = [floats, movingClock];
