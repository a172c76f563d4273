import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { compileTerms, readTerms, unpackTerms } from "../terms/index.ts";
import { packOf, termsOf } from "./index.ts";

const programme = "dji-care-refresh";
const now = `/v1/terms/${programme}/pack`;

let app: TestApp;
let version: string;

before(async () => {
  app = await testApp({ now: "2026-11-21T10:00:00Z" });
  ({ version } = (await app.http.inject({ url: `/v1/terms/${programme}` })).json());
});
after(() => app.stop());

const asker = () => ({ query: app.platform.database.query, platform: app.platform });

test("the pack in force decides as the server does", async () => {
  const unpacked = unpackTerms((await app.http.inject({ url: now })).json()) ?? assert.fail();
  const zones = process.versions.tz;
  const host = zones === undefined ? {} : { tzdb: zones };
  const here = compileTerms(unpacked.document, { ...unpacked.layers, ...host });
  const there = await termsOf(asker(), programme, version);
  const { rows } = await app.platform.database.pool.query(
    "select source from catalogue.terms_version where hash = $1",
    [there.hash],
  );
  const { document } = readTerms({ file: version, text: rows[0].source });
  for (const { decision, facts } of document?.examples ?? assert.fail()) {
    assert.deepEqual(here.decide(decision, facts), there.decide(decision, facts));
  }
});

test("whoever has it is told so, and its own address keeps it for ever", async () => {
  const first = await app.http.inject({ url: now });
  assert.equal(first.headers["cache-control"], "public, no-cache");
  const again = await app.http.inject({ url: now, headers: { "if-none-match": String(first.headers.etag) } });
  assert.deepEqual([again.statusCode, again.body], [304, ""]);
  const pack = (await packOf(asker(), programme, version)) ?? assert.fail();
  const kept = await app.http.inject({ url: pack.path });
  assert.equal(kept.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.deepEqual([kept.body, kept.headers.etag], [first.body, `"${pack.digest}"`]);
});

test("there is no pack of another digest, version or programme, and nobody keeps that answer", async () => {
  const digest = "0".repeat(64);
  for (const url of [
    `${now}?version=${version}&digest=${digest}`,
    `${now}?version=1999`,
    "/v1/terms/none/pack",
  ]) {
    const reply = await app.http.inject({ url });
    assert.equal(reply.statusCode, 404, url);
    assert.doesNotMatch(String(reply.headers["cache-control"]), /public/);
  }
});
