import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import {
  type Caller,
  eventsOf,
  fingerprintOf,
  type Job,
  type Module,
  many,
  type PerformOptions,
  type Problem,
  perform,
  reaction,
  readPublicId,
} from "../../platform/index.ts";
import { withCheckCharacters } from "../checkCharacters.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { activateContract } from "./activateContract.ts";

const confirmed: string[] = [];
const confirm: Job<{ rootId: string }> = {
  name: "confirm_activation",
  run: async (_platform, { rootId }) => {
    confirmed.push(rootId);
  },
};
/** What stands to the right and answers an activation with a mail. */
const mailing: Module = {
  name: "mailing",
  routes: [],
  jobs: [confirm as unknown as Job<never>],
  reactions: [reaction("ContractActivated", confirm, (_event, rootId) => ({ rootId }))],
};
const ACTION = "U-3889316";
const stranger: Caller = { role: "public", id: "public" };
const ada = { name: "Ada Lovelace", email: "ada@example.com" };

let serials = 0;
function newSerial(prefix = "AC4"): string {
  serials += 1;
  return `${prefix}${String(serials).padStart(8, "0")}`;
}

describe("activating a code", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop([mailing]);
  });
  const activate = (
    code: string,
    more: { serial?: string; activatedAt?: string; holder?: typeof ada; caller?: Caller } = {},
    options: PerformOptions = {},
  ) =>
    perform(
      shop.platform,
      more.caller ?? integrator("desk"),
      activateContract,
      {
        code,
        serial: more.serial ?? newSerial(),
        device: { activatedAt: more.activatedAt ?? "2026-11-09T09:00:00Z", region: "EU" },
        holder: more.holder ?? ada,
      },
      options,
    );
  const sellOne = async () => (await shop.sell(ACTION, 1))[0] as string;

  it("binds it: contract, slots, deadline and history, with nothing personal in the events", async () => {
    const serial = "ac4-000 123.45";
    const { status, reply } = await activate(await sellOne(), { serial });
    assert.equal(status, 201);
    assert.equal(reply?.contract.serial, "AC400012345");
    assert.deepEqual(reply?.contract.benefits, [
      { benefit: "replacement", granted: 3, used: 0, reserved: 0, left: 3 },
    ]);
    assert.equal(reply?.contract.lastDay, "2028-11-21");
    const id = readPublicId("ctr", reply?.contract.id ?? "");
    assert.ok(id);
    const events = await eventsOf(shop.platform.database, id.rootId);
    assert.deepEqual(
      events.map(({ type }) => type),
      ["DeviceRegistered", "ContractActivated"],
    );
    assert.doesNotMatch(JSON.stringify(events), /Ada|ada@/);
    await shop.platform.jobs.drained();
    assert.ok(confirmed.includes(id.rootId));
    assert.deepEqual(await shop.violations(), []);
  });

  it("sends eight statements of the ten it may, begin, key, mail and commit included", async () => {
    await activate(await sellOne());
    const before = await statementsSent(shop);
    const code = await sellOne();
    const key = { key: "budget", fingerprint: fingerprintOf("budget", {}, code) };
    await activate(code, {}, { key });
    const sent = (await statementsSent(shop)) - before;
    assert.equal(sent, 8);
  });

  it("keeps nothing of a dry run, and the code can still be used", async () => {
    const code = await sellOne();
    const serial = newSerial();
    const rows = await rowCounts(shop);
    const tried = await activate(code, { serial }, { dryRun: true });
    assert.equal(tried.reply?.contract.serial, serial);
    assert.deepEqual(await rowCounts(shop), rows);
    assert.equal((await activate(code, { serial })).status, 201);
  });

  it("refuses a used code to a stranger like one that never was, and writes nothing", async () => {
    const code = await sellOne();
    await activate(code);
    const serial = newSerial();
    const rows = await rowCounts(shop);
    const used = await activate(code, { serial, caller: stranger });
    const unknown = await activate(NEVER_MADE, { serial, caller: stranger });
    assert.deepEqual(used, unknown);
    assert.equal(used.refused?.code, "code_refused");
    assert.deepEqual(await rowCounts(shop), rows);
  });

  it("tells a signed-in holder that the code is used, and nobody else", async () => {
    const code = await sellOne();
    await activate(code, { holder: { name: "Eve", email: "Eve@Example.com" } });
    const as = (email: string): Caller => ({ role: "owner", id: `person:${email}`, email });
    assert.equal((await activate(code, { caller: as("eve@example.com") })).refused?.code, "code_used");
    assert.equal((await activate(code, { caller: as("mallory@example.com") })).refused?.code, "code_refused");
  });

  it("finds a typing error before anything is asked", async () => {
    const code = await sellOne();
    const swapped = code[0] === "A" ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    await assert.rejects(
      activate(swapped),
      (problem: Problem) => problem.faults[0]?.code === "code_misspelt",
    );
    assert.equal((await activate(code.toLowerCase().replaceAll("-", " "))).status, 201);
  });

  it("wants a first activation that can be", async () => {
    const code = await sellOne();
    for (const activatedAt of ["2026-11-21T09:00:01Z", "2009-12-31T23:59:59Z"]) {
      await assert.rejects(activate(code, { activatedAt }), (problem: Problem) => problem.status === 400);
    }
    assert.equal((await activate(code, { activatedAt: "never" })).status, 201);
  });

  it("takes the model from the code when neither the caller nor the serial tells it", async () => {
    const { reply } = await activate(await sellOne(), { serial: "QQQ123456789" });
    const record = await deviceRecord(shop.platform.database, { serial: reply?.contract.serial ?? "" });
    assert.equal(record?.device.model, "osmo-action-4");
    const aircraft = await activate(await sellOne(), { serial: "MV3123456789" });
    assert.equal(aircraft.refused?.code, "terms_refuse");
  });

  it("refuses by the terms, with the receipt, and leaves the code to be used", async () => {
    const code = await sellOne();
    const late = await activate(code, { activatedAt: "2026-10-01T09:00:00Z" });
    assert.equal(late.refused?.code, "terms_refuse");
    const { against } = JSON.parse(JSON.stringify(late.refused?.receipt));
    assert.equal(against[0].clause, "activate.handheld");
    assert.equal((await activate(code)).status, 201);
  });

  it("binds one code at a time to a device, and a new one once the first is over", async () => {
    const [first, second, third] = await shop.sell(ACTION, 3);
    const serial = newSerial();
    await activate(first ?? "", { serial, activatedAt: "never" });
    assert.equal(
      (await activate(second ?? "", { serial, activatedAt: "never" })).refused?.code,
      "terms_refuse",
    );
    const other = { serial, activatedAt: "2026-11-20T08:00:00Z" };
    assert.equal((await activate(third ?? "", other)).refused?.code, "terms_refuse");
    const record = await deviceRecord(shop.platform.database, { serial });
    assert.equal(record?.contracts.length, 1);
  });
});

/** A code with right check characters that nobody ever made. */
const NEVER_MADE = withCheckCharacters(
  Array.from("evermend never sold this one".slice(0, 26), (letter) => letter.charCodeAt(0) & 31),
);

async function statementsSent({ platform }: PlanShop): Promise<number> {
  const text = await platform.metrics.text();
  return Number(/evermend_act_statements_sum\{act="POST \/v1\/activations"\} (\d+)/.exec(text)?.[1]);
}

const countRows = many<{ rows: number }>(
  "test_count_rows",
  `select count(*) as rows from contracts.device union all select count(*) from contracts.unit
   union all select count(*) from contracts.serial_index union all select count(*) from contracts.contract
   union all select count(*) from contracts.benefit_slot union all select count(*) from identity.person
   union all select count(*) from platform.event union all select count(*) from platform.deadline
   union all select count(*) from contracts.code where state = 'redeemed'
   union all select count(*) from pgboss.job`,
);

async function rowCounts({ platform }: PlanShop): Promise<number[]> {
  await platform.jobs.drained();
  return (await countRows(platform.database)).map(({ rows }) => rows);
}
