import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { packTerms, readTerms } from "../../terms/index.ts";

const most = 60_000;
const portal = join(import.meta.dirname, "..");
const seeds = join(portal, "../../programmes/dji-care-refresh/seeds.terms.md");

let folder: string;
let modules: readonly string[];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "evermend-engine-"));
  const built = await build({
    root: portal,
    configFile: join(portal, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: false },
  });
  const [first] = [built].flat();
  assert.ok(first !== undefined && "output" in first);
  modules = first.output.flatMap((part) => (part.type === "chunk" ? Object.keys(part.modules) : []));
});
after(() => rmSync(folder, { recursive: true }));

describe("the terms engine for browsers", () => {
  it(`is one file of at most ${most} bytes of gzip`, (t) => {
    const bytes = gzipSync(readFileSync(join(folder, "terms.js"))).byteLength;
    t.diagnostic(`${bytes} bytes`);
    assert.ok(bytes <= most, `${bytes} bytes`);
  });

  it("has no parser in it, and nothing that is not ours", () => {
    assert.ok(modules.some((name) => name.endsWith("/terms/compiling/compileTerms.ts")));
    assert.deepEqual(
      modules.filter((name) => !name.includes("/src/terms/") || /\/reading\/(markdown|yaml)/.test(name)),
      [],
    );
  });

  it("decides as the server does, as it was built", async () => {
    const engine: typeof import("../../terms/browser.ts") = await import(
      pathToFileURL(join(folder, "terms.js")).href
    );
    const { document } = readTerms({ file: seeds, text: readFileSync(seeds, "utf8") });
    assert.ok(document !== undefined);
    const unpacked = engine.unpackTerms(JSON.parse(packTerms(document)));
    assert.ok(unpacked !== undefined);
    const built = engine.compileTerms(unpacked.document, unpacked.layers);
    const ours = referenceTerms();
    for (const { decision, facts } of document.examples) {
      const receipt = ours.decide(decision, facts);
      assert.equal(JSON.stringify(built.decide(decision, facts)), JSON.stringify(receipt));
    }
  });
});
