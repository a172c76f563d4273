import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { type Caller, many, perform } from "../../platform/index.ts";
import { activateContract, checkCode } from "../routes.ts";

const anybody: Caller = { role: "public", id: "public" };
const writes = many<{ rows: number }>(
  "test_rows_of_a_check",
  `select count(*) as rows from contracts.serial_index union all select count(*) from contracts.device
   union all select count(*) from platform.event union all select count(*) from identity.spent_try
   union all select sum(version) from contracts.code`,
);

describe("checking a code", () => {
  let shop: PlanShop;
  let code: string;
  before(async () => {
    shop = await planShop();
    [code = ""] = await shop.sell("U-3889316", 1);
  });
  type Question = Omit<Parameters<typeof checkCode.run>[1], "code">;
  const check = (question: Question = {}) =>
    perform(shop.platform, anybody, checkCode, { code, ...question });
  const receiptOf = async (question: Question) =>
    JSON.parse(JSON.stringify((await check(question)).reply?.receipt));

  it("asks for what it needs to know, and for nothing else", async () => {
    const receipt = await receiptOf({});
    assert.equal(receipt.outcome, "undecided");
    assert.deepEqual(receipt.needs, ["device.region", "device.activatedAt"]);
  });

  it("reads the model from the serial, and says until when", async () => {
    const device = { region: "EU", activatedAt: "2026-11-09T09:00:00Z" };
    const receipt = await receiptOf({ serial: "ac4-1234567", device });
    assert.equal(receipt.outcome, "allowed");
    assert.equal(receipt.deadlines[0].to, "2026-12-10T01:00:00Z");
  });

  it("says why not, and what is open, without an error", async () => {
    const device = { region: "EU", activatedAt: "2026-01-01T00:00:00Z" };
    const receipt = await receiptOf({ serial: "AC41234567", device });
    assert.equal(receipt.outcome, "refused");
    assert.equal(receipt.against[0].clause, "activate.handheld");
  });

  it("believes our record of a device more than what is told of it", async () => {
    const [other = ""] = await shop.sell("U-3889316", 1);
    const command = { code: other, serial: "AC47777777", holder: { name: "Ada", email: "ada@example.com" } };
    const device = { region: "EU", activatedAt: "never" } as const;
    await perform(shop.platform, integrator("desk"), activateContract, { ...command, device });
    const receipt = await receiptOf({ serial: "AC47777777", device });
    assert.deepEqual(
      receipt.against.map(({ clause }: { clause: string }) => clause),
      ["offer.single"],
    );
  });

  it("tells a device's facts to its holder and the office, and a stranger the clauses", async () => {
    const ada: Caller = { role: "owner", id: "person:ada", email: "ada@example.com" };
    const eve: Caller = { role: "owner", id: "person:eve", email: "eve@example.com" };
    const told = [ada, integrator("desk"), eve, anybody].map(async (caller) => {
      const command = { code, serial: "AC47777777" };
      const { reply } = await perform(shop.platform, caller, checkCode, command);
      return [reply?.receipt.outcome, /"facts"|"from"|"wouldChange"/.test(JSON.stringify(reply))];
    });
    assert.deepEqual(await Promise.all(told), [
      ["refused", true],
      ["refused", true],
      ["refused", false],
      ["refused", false],
    ]);
  });

  it("writes nothing", async () => {
    const rows = await writes(shop.platform.database);
    await check({ serial: "AC49999999", device: { region: "EU", activatedAt: "never" } });
    assert.deepEqual(await writes(shop.platform.database), rows);
  });

  it("tells a stranger nothing of a used code", async () => {
    const [used = ""] = await shop.sell("U-3889316", 1);
    const device = { region: "EU", activatedAt: "never" } as const;
    const holder = { name: "Ada", email: "ada@example.com" };
    const command = { code: used, serial: "AC45555555", device, holder };
    await perform(shop.platform, integrator("desk"), activateContract, command);
    const refused = await perform(shop.platform, anybody, checkCode, { code: used });
    assert.equal(refused.refused?.code, "code_refused");
    assert.equal(refused.refused?.receipt, undefined);
  });

  it("tells the holder of a code that it is used, and counts it as no wrong try", async () => {
    const [used = ""] = await shop.sell("U-3889316", 1);
    const device = { region: "EU", activatedAt: "never" } as const;
    const holder = { name: "Ada", email: "ada@example.com" };
    const command = { code: used, serial: "AC46666666", device, holder };
    await perform(shop.platform, integrator("desk"), activateContract, command);
    const as = (email: string): Caller => ({ role: "owner", id: `person:${email}`, email });
    const ask = async (caller: Caller) =>
      (await perform(shop.platform, caller, checkCode, { code: used })).refused?.code;
    const rows = await writes(shop.platform.database);
    assert.equal(await ask(as("ada@example.com")), "code_used");
    assert.deepEqual(await writes(shop.platform.database), rows);
    assert.equal(await ask(as("eve@example.com")), "code_refused");
  });
});
