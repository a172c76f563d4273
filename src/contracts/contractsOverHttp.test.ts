import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sellCodes } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { withCheckCharacters } from "./checkCharacters.ts";

const NEVER_MADE = withCheckCharacters(Array.from({ length: 26 }, (_, place) => place));

describe("contracts over HTTP", () => {
  let app: TestApp;
  let codes: string[];
  before(async () => {
    app = await testApp({ now: "2026-11-21T09:00:00Z" });
    codes = await sellCodes(app, { sku: "U-3889316", count: 6, region: "EU" });
  });
  after(() => app.stop());

  const body = (code: string, serial: string, more: object = {}) => ({
    code,
    serial,
    device: { activatedAt: "2026-11-09T09:00:00Z", region: "EU", ...more },
    holder: { name: "Ada Lovelace", email: "ada@example.com" },
  });
  const activate = (code = "", serial = "AC4 0000001", more: object = {}) =>
    app.call("public", "POST /v1/activations", body(code, serial, more));

  it("a code is checked, activated, and seen by its holder in every way", async () => {
    const [code = ""] = codes;
    const checked = await app.call("public", "POST /v1/codes/check", { code });
    assert.equal(checked.status, 200);
    assert.deepEqual((checked.body.receipt as { needs: string[] }).needs.length, 2);
    const { status, body: reply } = await activate(code);
    assert.equal(status, 201, JSON.stringify(reply));
    const contract = reply.contract as { id: string; deviceId: string; lastDay: string };
    assert.equal(contract.lastDay, "2028-11-21");
    assert.equal((reply.receipt as { because: object[] }).because.length, 7);
    const shown = await app.call("owner ada@example.com", `GET /v1/contracts/${contract.id}`);
    assert.deepEqual(shown.body, reply.contract);
    const listed = await app.call("owner ada@example.com", "GET /v1/contracts?limit=1");
    assert.deepEqual(listed.body, { data: [reply.contract], nextCursor: null });
    const device = await app.call("owner ada@example.com", `GET /v1/devices/${contract.deviceId}`);
    const { ribbon, timeline } = device.body as { ribbon: { contracts: object[] }; timeline: object[] };
    assert.deepEqual([device.status, ribbon.contracts.length, timeline.length], [200, 1, 2]);
    const coverage = await app.call("public", "GET /v1/coverage/AC40000001");
    assert.equal(coverage.body.status, "covered");
    assert.equal((await app.call("public", `GET /v1/contracts/${contract.id}`)).status, 401);
    assert.equal((await app.call("owner eve@example.com", `GET /v1/contracts/${contract.id}`)).status, 404);
  });

  it("the same key answers the same, and concludes once", async () => {
    const key = { "idempotency-key": "activation-1" };
    const [, code = ""] = codes;
    const first = await app.call("integrator", "POST /v1/activations", body(code, "AC40000002"), key);
    const again = await app.call("integrator", "POST /v1/activations", body(code, "AC40000002"), key);
    assert.equal(first.status, 201);
    assert.deepEqual(again, first);
    const other = await app.call("integrator", "POST /v1/activations", body(code, "AC40000003"), key);
    assert.equal(other.status, 422);
  });

  it("a refusal is a 409 with its receipt, and names the way on", async () => {
    const late = await activate(codes[2], "AC40000004", { activatedAt: "2026-10-01T09:00:00Z" });
    assert.equal(late.status, 409);
    assert.equal(late.body.code, "terms_refuse");
    assert.equal((late.body.receipt as { outcome: string }).outcome, "refused");
    assert.ok(late.body.next);
  });

  it("a dry run needs no key and keeps nothing", async () => {
    const dry = () =>
      app.call("public", "POST /v1/activations?dryRun=true", body(codes[3] ?? "", "AC40000005"));
    assert.deepEqual([(await dry()).status, (await dry()).status], [200, 200]);
    assert.equal((await activate(codes[3], "AC40000005")).status, 201);
  });

  it("a broken call names the field and changes nothing", async () => {
    const [, , , , code = ""] = codes;
    const good = body(code, "AC40000006");
    const broken: readonly [object, string][] = [
      [{ ...good, code: `${code.slice(0, -1)}${code.endsWith("2") ? "3" : "2"}` }, "/code"],
      [{ ...good, serial: "…" }, "/serial"],
      [{ ...good, serial: "----" }, "/serial"],
      [{ ...good, device: { ...good.device, region: "Poland" } }, "/device/region"],
      [{ ...good, device: { ...good.device, activatedAt: "yesterday" } }, "/device/activatedAt"],
      [{ ...good, device: { ...good.device, activatedAt: "2031-01-01T00:00:00Z" } }, "/device/activatedAt"],
      [{ ...good, device: { ...good.device, model: "toaster" } }, "/device/model"],
      [{ ...good, device: { ...good.device, purchasedOn: "2031-01-01" } }, "/device/purchasedOn"],
      [{ ...good, holder: { ...good.holder, email: "ada" } }, "/holder/email"],
      [{ ...good, holder: { email: "ada@example.com" } }, "/holder/name"],
      [{ ...good, discount: 1 }, "/discount"],
    ];
    for (const [sent, pointer] of broken) {
      const { status, body: problem } = await app.call("public", "POST /v1/activations", sent);
      assert.equal(status, 400, JSON.stringify(sent));
      const [fault] = problem.errors as { pointer: string }[];
      assert.ok(fault?.pointer.startsWith(pointer), `${fault?.pointer} for ${pointer}`);
    }
    assert.equal((await app.call("public", "POST /v1/activations", good)).status, 201);
  });

  it("too many guesses are a 429 that says when to come back", async () => {
    const guess = () => app.call("reseller", "POST /v1/codes/check", { code: NEVER_MADE });
    const seen = new Set<number>();
    for (let tries = 0; tries < 11; tries += 1) {
      seen.add((await guess()).status);
    }
    assert.deepEqual(seen, new Set([200, 429]));
    const reply = await app.http.inject({
      method: "POST",
      url: "/v1/codes/check",
      payload: { code: NEVER_MADE },
      headers: { "idempotency-key": "one-more" },
    });
    assert.equal(reply.statusCode, 429);
    assert.equal(reply.headers["retry-after"], "3600");
  });
});
