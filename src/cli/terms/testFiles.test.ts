import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { broken, runTerms, seeds } from "../../../test/terms/runTerms.ts";
import { seedsText, termsFolder } from "../../../test/terms/termsFiles.ts";

const { given, remove } = termsFolder();
after(remove);

describe("terms test", () => {
  test("every example of the reference programme holds", () => {
    const ran = runTerms(["terms", "test", seeds, "--json"]);
    const report = JSON.parse(ran.stdout);
    assert.deepEqual([ran.code, report.failed], [0, 0]);
    assert.ok(report.passed >= 170 && report.examples.length === report.passed);
  });

  test("an example that does not hold is shown with what came instead", () => {
    const changed = given("changed.terms.md", seedsText.replace("window: 48 hours", "window: 47 hours"));
    const ran = runTerms(["terms", "test", changed]);
    assert.equal(ran.code, 5);
    assert.match(ran.stdout, /aircraft, at the very instant[\s\S]*outcome[\s\S]*allowed[\s\S]*refused/);
  });

  test("a document that cannot be read has its findings shown", () => {
    const ran = runTerms(["terms", "test", broken]);
    assert.equal(ran.code, 5);
    assert.match(ran.stdout, /zone_unknown/);
  });
});
