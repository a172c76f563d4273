import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { sampleProgramme } from "../../test/support/sampleProgramme.ts";
import { sellCodes } from "../../test/support/soldPlans.ts";
import type { TestApp } from "../../test/support/testApp.ts";

type Who = Parameters<TestApp["call"]>[0];

const PUBLISHED = new URL("../../programmes/samples/theft-and-loss.terms.md", import.meta.url);
const FENCE = "```";
const LONGER = `
### 9.1 Your warranty {#warranty.longer}

The maker's warranty is a year longer.

${FENCE}terms
kind: extend
by: 12 months
${FENCE}

Source: made for this test
`;

describe("a warranty", () => {
  let app: TestApp;
  let codes: string[];
  let count = 0;
  before(async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "evermend-terms-")), "1.terms.md");
    await writeFile(file, `${await readFile(PUBLISHED, "utf8")}${LONGER}`);
    const sold = { programme: "theft-and-loss", plan: "care-tl" };
    app = await sampleProgramme("2026-03-20T10:00:00-10:00", sold, { programmes: file });
    codes = await sellCodes(app, { sku: "S-CODE", count: 6, region: "US" });
  });

  const ruled = async (beginsBy: string) => {
    const rule = { scope: "model:phone-a", region: "*", component: "device", validFrom: "2020-01-01" };
    const days = { months: 12, shippedDays: null, madeDays: null, replacementDays: null };
    const rules = [{ ...rule, ...days, beginsBy }];
    const { status, body } = await app.call("manager", "PUT /v1/warranty-rules", { rules, moves: false });
    assert.equal(status, 200, JSON.stringify(body));
  };
  const activated = async (who: Who, serial?: string): Promise<string> => {
    count += 1;
    const worn = serial ?? `PHONE200${count}`;
    const answer = await app.call(who, "POST /v1/activations", {
      ...{ code: codes.pop(), serial: worn },
      device: {
        model: "phone-a",
        region: "US",
        activatedAt: "2026-03-20T10:00:00Z",
        purchasedOn: "2026-03-01",
      },
      holder: { name: "Ada", email: "ada@example.org" },
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    await app.platform.jobs.drained();
    return worn;
  };
  const told = async (serial: string) =>
    (await app.call("public", `GET /v1/coverage/${serial}`)).body.warranty as
      | { lastDay: string; basis: string }
      | undefined;
  const sources = async (serial: string) => {
    const { body } = await app.call("staff", "GET /v1/contracts?limit=200");
    const row = (body.data as { serial: string; deviceId: string }[]).find((each) => each.serial === serial);
    const record = (await app.call("staff", `GET /v1/devices/${row?.deviceId}/warranty`)).body;
    return { id: row?.deviceId, told: record.sources as { what: string; toldBy: string }[] };
  };

  it("begins by nothing of itself where its rule wants it told", async () => {
    await ruled("told");
    assert.equal(await told(await activated("integrator")), undefined);
  });

  it("begins with the registry's activation, longer by its plan, not with an owner's", async () => {
    await ruled("registry");
    const serial = await activated("integrator");
    assert.deepEqual(await told(serial), { lastDay: "2028-03-20", basis: "activated" });
    assert.equal(await told(await activated("owner ada@example.org")), undefined);
  });

  it("begins with anybody's where the rule says so, and gives way to whoever knows better", async () => {
    await ruled("activation");
    const serial = await activated("owner ada@example.org");
    assert.equal((await told(serial))?.lastDay, "2028-03-20");
    const { id, told: all } = await sources(serial);
    assert.deepEqual(
      all.map(({ what, toldBy }) => [what, toldBy]),
      [["activated", "owner"]],
    );
    const proof = { purchasedOn: "2026-01-10", proof: "invoice 7", reason: "seen" };
    const corrected = await app.call("staff", `POST /v1/devices/${id}/warranty`, proof);
    assert.equal(corrected.status, 200, JSON.stringify(corrected.body));
    assert.equal((await told(serial))?.lastDay, "2028-01-10");
  });

  it("breaks no invariant", async () => {
    assert.deepEqual(await invariantSweep(app.database), []);
  });
});
