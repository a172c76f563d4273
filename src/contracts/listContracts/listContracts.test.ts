import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { answer, type Caller, type Problem, perform } from "../../platform/index.ts";
import { activateContract, askCoverage, listContracts, readContract, readDevice } from "../routes.ts";

const office = integrator("desk");
const owner = (email: string): Caller => ({ role: "owner", id: `person:${email}`, email });
const isMissing = (problem: Problem) => problem.status === 404;

describe("seeing contracts and devices", () => {
  let shop: PlanShop;
  const ids: string[] = [];
  before(async () => {
    shop = await planShop();
    const codes = await shop.sell("U-3889316", 7);
    for (const [index, code] of codes.entries()) {
      const holder = { name: "Somebody", email: index < 5 ? "ada@example.com" : "bob@example.com" };
      const device = { activatedAt: "never", region: "EU" } as const;
      const command = { code, serial: `AC4000000${index}`, device, holder };
      const { reply } = await perform(shop.platform, office, activateContract, command);
      ids.push(reply?.contract.id ?? "");
    }
  });
  const list = (caller: Caller, question: Parameters<typeof listContracts.run>[1] = {}) =>
    answer(shop.platform, caller, listContracts, question);

  it("an owner lists his own, page by page, each once; the office lists all", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(owner("ada@example.com"), {
        limit: 2,
        ...(after === null ? {} : { after }),
      });
      seen.push(...page.data.map(({ id }) => id));
      after = page.nextCursor;
    } while (after !== null);
    assert.deepEqual(seen.toSorted(), ids.slice(0, 5).toSorted());
    assert.equal((await list(office)).data.length, 7);
    assert.equal((await list(office, { state: "expired" })).data.length, 0);
    assert.equal((await list(office, { product: "care-2y" })).data.length, 7);
    assert.equal((await list({ role: "owner", id: "person:nobody" })).data.length, 0);
    await assert.rejects(list(office, { after: "nonsense" }), (problem: Problem) => problem.status === 400);
  });

  it("somebody else's reads as if it were not there", async () => {
    const [id = ""] = ids;
    const mine = await answer(shop.platform, owner("ada@example.com"), readContract, { id });
    assert.equal(mine.id, id);
    await assert.rejects(answer(shop.platform, owner("bob@example.com"), readContract, { id }), isMissing);
    await assert.rejects(answer(shop.platform, office, readContract, { id: `${id}9` }), isMissing);
    const device = { id: mine.deviceId };
    await assert.rejects(answer(shop.platform, owner("bob@example.com"), readDevice, device), isMissing);
    await assert.rejects(answer(shop.platform, office, readDevice, { id: "dev_nonsense" }), isMissing);
    const reseller: Caller = { role: "reseller", id: "key:shop" };
    const asReseller = answer(shop.platform, reseller, readDevice, device);
    await assert.rejects(asReseller, (problem: Problem) => problem.status === 403);
  });

  it("a device shows its units, uses with their fees, history, deadlines and ribbon", async () => {
    const [id = ""] = ids;
    const { deviceId } = await answer(shop.platform, office, readContract, { id });
    const device = await answer(shop.platform, owner("ada@example.com"), readDevice, { id: deviceId });
    assert.equal(device.activatedAt, "never");
    const fees = device.contracts[0]?.uses.map(({ fee }) => fee?.amount);
    assert.deepEqual(fees, [11_900, 18_500, 24_900]);
    assert.deepEqual(
      device.timeline.map(({ type }) => type),
      ["device.registered", "contract.activated"],
    );
    assert.deepEqual(
      device.deadlines.map(({ kind }) => kind),
      ["contract_ends"],
    );
    assert.equal(device.ribbon.contracts[0]?.slots.length, 3);
    assert.doesNotMatch(JSON.stringify(device), /ada@|Somebody/);
  });

  it("anybody may ask whether a serial is covered", async () => {
    const anybody: Caller = { role: "public", id: "public" };
    const covered = await answer(shop.platform, anybody, askCoverage, { serial: "ac4-0000000" });
    assert.equal(covered.status, "covered");
    const unknown = await answer(shop.platform, anybody, askCoverage, { serial: "AC4ZZZZZZZ" });
    assert.equal(unknown.status, "unknown");
    const dashes = answer(shop.platform, anybody, askCoverage, { serial: "-----" });
    await assert.rejects(dashes, (problem: Problem) => problem.status === 400);
  });
});
