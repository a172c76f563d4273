import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";
import { toldOwners } from "../../contracts/index.ts";
import { listMail, type RecordedEvent } from "../../platform/index.ts";

type Body = Record<string, unknown>;
const TOLD = { cause: "defect", parts: ["camera"] };
const DEFECT = { ...TOLD, modified: false };

describe("the warranty of record", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });
  after(() => desk.app.stop());

  const call = (who: Parameters<ClaimDesk["app"]["call"]>[0], route: string, body?: object) =>
    desk.app.call(who, route as "GET /v1/claims", body);
  /** A camera with an open case of a defect, looked at by the bench; and its device. */
  async function defect(more?: Body): Promise<{ id: string; device: string; serial: string }> {
    const camera = desk.camera();
    const opened = await desk.report({ incident: { at: "2026-09-04", ...TOLD } }, camera);
    const { id } = opened.body.claim as { id: string };
    const took = await desk.step("intake", id, {
      serial: camera.serial,
      parts: ["camera", "battery"],
      condition: "x",
    });
    assert.equal(took.status, 200, JSON.stringify(took.body));
    const device = `dev_${id.split("_")[1]}`;
    if (more !== undefined) {
      const looked = await desk.step("inspection", id, { findings: { ...DEFECT, ...more } });
      assert.equal(looked.status, 200, JSON.stringify(looked.body));
    }
    return { id, device, serial: camera.serial };
  }
  const outcome = async (id: string) => {
    const { body } = await desk.step("inspection", id, { findings: DEFECT });
    return (body.receipt as Body).outcome;
  };

  it("never rests on its owner's word: what was told at activation is a claim", async () => {
    const { id, device, serial } = await defect();
    assert.equal(await outcome(id), "undecided");
    const shown = await call("staff", `GET /v1/devices/${device}/warranty`);
    assert.deepEqual([shown.body.sources, shown.body.versions], [[], []]);
    assert.equal((shown.body.claimed as Body).activatedAt, "2026-05-25T10:00:00Z");
    assert.equal((await call("public", `GET /v1/coverage/${serial}`)).body.warranty, undefined);
    const bare = { activatedAt: "2026-05-25T10:00:00Z", reason: "the owner says so" };
    const unproved = await call("staff", `POST /v1/devices/${device}/warranty`, bare);
    assert.deepEqual([unproved.status, unproved.body.code], [409, "warranty_unproved"]);
    assert.equal(
      (await call("owner ada@example.org", `POST /v1/devices/${device}/warranty`, bare)).status,
      403,
    );
    await assert.rejects(
      desk.app.platform.database.pool.query(
        `insert into contracts.warranty_source (device_id, no, what, told_on, told_by, reason, at, actor)
         values ($1, 1, 'purchased', '2026-05-01', 'office', 'believed', now(), 'x')`,
        [device.slice(4)],
      ),
      /warranty_source_proof/,
      "nor by any way around the act",
    );
  });

  it("is previewed on open cases, begun by a proof, and judges the case from then on", async () => {
    const { id, device, serial } = await defect();
    const told = { purchasedOn: "2026-05-20", proof: "invoice 2026/88", reason: "seen on paper", seen: 0 };
    const preview = await call("staff", `POST /v1/devices/${device}/warranty/preview`, told);
    assert.deepEqual(preview.body.cases, [{ id, from: "undecided", to: "warranty" }]);
    assert.equal(await outcome(id), "undecided", "a preview keeps nothing");
    const saved = await call("staff", `POST /v1/devices/${device}/warranty`, told);
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.equal(await outcome(id), "warranty");
    const late = await call("staff", `POST /v1/devices/${device}/warranty`, told);
    assert.deepEqual([late.status, late.body.code], [409, "warranty_changed_meanwhile"]);
    const answer = await call("public", `GET /v1/coverage/${serial}`);
    assert.deepEqual(answer.body.warranty, { lastDay: "2027-05-20", basis: "purchased" });
    assert.doesNotMatch(JSON.stringify(answer.body), /invoice|seen on paper/);
  });

  it("keeps what our people wrote of it for them: its owner reads none of their words", async () => {
    const { id, device, serial } = await defect();
    const told = {
      purchasedOn: "2026-05-20",
      proof: "invoice 77/X",
      reason: "he shouted at the desk",
      seen: 0,
    };
    const saved = await call("staff", `POST /v1/devices/${device}/warranty`, told);
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    await desk.app.platform.jobs.drained();
    const words = /invoice 77|shouted/;
    const { contracts } = (await call("owner ada@example.org", `GET /v1/devices/${device}`)).body as {
      contracts: { id: string }[];
    };
    const places = [
      ...[`devices/${device}`, `claims/${id}`, `claims/${id}/messages`, `coverage/${serial}`],
      ...contracts.map((contract) => `contracts/${contract.id}`),
    ];
    for (const place of places) {
      const { status, body } = await call("owner ada@example.org", `GET /v1/${place}`);
      assert.equal(status, 200, place);
      assert.doesNotMatch(JSON.stringify(body), words, place);
    }
    assert.equal((await call("owner ada@example.org", `GET /v1/devices/${device}/warranty`)).status, 403);
    const mails = await listMail(desk.app.platform.config.dataFolder);
    assert.doesNotMatch(JSON.stringify(mails), words);
    // The control: the office reads them where it reads the device.
    assert.match(JSON.stringify((await call("staff", `GET /v1/devices/${device}`)).body), words);
  });

  it("is told owners without those words, wherever such an event should be told them", () => {
    const event = { type: "WarrantyChanged", body: { component: "device", reason: "he shouted" } };
    assert.deepEqual(toldOwners(event as unknown as RecordedEvent).body, { component: "device" });
    const source = { type: "WarrantyTold", body: { what: "purchased", proof: "invoice 77/X" } };
    assert.deepEqual(toldOwners(source as unknown as RecordedEvent).body, { what: "purchased" });
  });

  it("keeps the old version beside the new one, and the same word twice changes nothing", async () => {
    const { device } = await defect();
    const tell = (more: object) =>
      call("integrator", `POST /v1/devices/${device}/warranty`, { reason: "registry", ...more });
    await tell({ shippedOn: "2026-05-01" });
    const { body } = await tell({ activatedAt: "2026-05-25T10:00:00Z" });
    const versions = (body.versions as Body[]).filter(({ component }) => component === "device");
    assert.deepEqual(
      versions.map(({ basis, lastDay, stands }) => [basis, lastDay, stands]),
      [
        ["shipped", "2027-07-30", false],
        ["activated", "2027-05-25", true],
      ],
    );
    const again = await tell({ shippedOn: "2026-05-01" });
    assert.equal((again.body.versions as Body[]).length, (body.versions as Body[]).length);
    await assert.rejects(
      desk.app.platform.database.pool.query("update contracts.warranty set ends_at = now()"),
      /permission denied/,
    );
  });

  it("two at once: one of them is told that it has changed meanwhile", async () => {
    const { device } = await defect();
    const answers = await Promise.all(
      ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"].map((purchasedOn) =>
        call("staff", `POST /v1/devices/${device}/warranty`, {
          ...{ purchasedOn, proof: "invoice", reason: "race", seen: 0 },
        }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409, 409, 409],
    );
  });

  it("keeps a paper the bench saw as a source: it judged its case and begins nothing", async () => {
    const { device } = await defect({ warrantyEndsAt: "2027-01-01T00:00:00Z" });
    await desk.app.platform.jobs.drained();
    const { body } = await call("staff", `GET /v1/devices/${device}/warranty`);
    const [paper] = body.sources as Body[];
    assert.deepEqual([paper?.what, paper?.toldBy, paper?.toldAt], ["ends", "bench", "2027-01-01T00:00:00Z"]);
    assert.deepEqual(body.versions, []);
  });

  it("is moved by a changed rule only when whoever sets it says so, after a preview", async () => {
    const { device, serial } = await defect();
    const reason = "registry";
    await call("integrator", `POST /v1/devices/${device}/warranty`, { purchasedOn: "2026-05-20", reason });
    const rule = {
      ...{ scope: "model:osmo-action-4", region: "EU", component: "device", validFrom: "2026-01-01" },
      ...{ months: 24, shippedDays: 90, madeDays: 90, replacementDays: null },
    };
    const set = (moves: boolean, query = "") =>
      call("manager", `PUT /v1/warranty-rules${query}`, { rules: [rule], moves });
    const preview = await set(true, "?dryRun=true");
    const mine = (preview.body.moved as Body[]).find((row) => row.serial === serial);
    assert.deepEqual([mine?.from, mine?.to], ["2027-05-20", "2028-05-20"]);
    const last = async () => {
      await desk.app.platform.jobs.drained();
      const { body } = await call("public", `GET /v1/coverage/${serial}`);
      return (body.warranty as Body).lastDay;
    };
    assert.equal((await set(false)).body.set, 1);
    assert.equal(await last(), "2027-05-20", "what has begun stays");
    assert.equal((await set(true)).body.unchanged, 1);
    assert.equal(await last(), "2028-05-20");
    assert.equal(
      (await call("staff", "PUT /v1/warranty-rules", { rules: [rule], moves: false })).status,
      403,
    );
    const listed = await call("staff", "GET /v1/warranty-rules?search=osmo-action-4&on=2026-06-01");
    assert.equal((listed.body.data as Body[]).length, 1);
  });
});
