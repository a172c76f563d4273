import { deepEqual, equal, throws } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { allRefusals, problemCodes, refusals } from "../src/platform/index.ts";
import { type TestApp, testApp } from "./support/testApp.ts";

describe("the codes of answers", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z" });
  });

  it("each have an address on the reference page, where docsUrl leads", async () => {
    const page = (await app.http.inject("/docs")).body;
    const codes = [...Object.keys(allRefusals()), ...Object.keys(problemCodes)];
    deepEqual(
      codes.filter((code) => page.split(`id="${code}"`).length !== 2),
      [],
    );
    const { body } = await app.call("public", "GET /v1/products/none");
    equal(page.includes(`id="${String(body.docsUrl).split("#")[1]}"`), true);
    equal(page.includes('id="no_such_code"'), false);
  });

  it("mean one thing each: two modules cannot refuse with the same one", () => {
    const texts = { test_no: { says: "No.", next: "Do not." } };
    refusals(texts);
    refusals(texts);
    throws(
      () => refusals({ test_no: { says: "Never.", next: "Do not." } }),
      /two modules refuse with test_no/,
    );
  });
});
