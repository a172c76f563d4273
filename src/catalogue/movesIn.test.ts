import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { readTerms } from "../terms/index.ts";
import { movesIn } from "./movesIn.ts";

const programmes = new URL("../../programmes/", import.meta.url);

async function movesOf(file: string, edit = (text: string) => text): Promise<string | undefined> {
  const text = edit(await readFile(new URL(file, programmes), "utf8"));
  const { document } = readTerms({ file, text });
  return movesIn(document ?? assert.fail(`${file} cannot be read`));
}

const REFRESH = "dji-care-refresh/2025.terms.md";

describe("when a plan moves by a document as a whole", () => {
  const table: [string, string, ((text: string) => string) | undefined, string | undefined][] = [
    ["its one way says so", "dji-care-refresh/seeds.terms.md", undefined, "shipment"],
    ["all of its ways say the same", REFRESH, undefined, "shipment"],
    [
      "its ways differ",
      REFRESH,
      (text) => text.replace("rebinds-at: shipment", "rebinds-at: scan"),
      undefined,
    ],
    ["they are silent", "dji-enterprise/2018.terms.md", undefined, "scan"],
    ["no way gives a unit", "samples/home-devices.terms.md", undefined, undefined],
  ];
  for (const [when, file, edit, moves] of table) {
    it(`is ${moves ?? "open"} where ${when}`, async () => assert.equal(await movesOf(file, edit), moves));
  }
});
