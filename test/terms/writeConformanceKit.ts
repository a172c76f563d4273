import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { casesOf, kitFile, linesOfKit, shippedDocuments } from "./conformanceKit.ts";

/** Writes the conformance kit anew, after a shipped document or the engine has changed. */
for (const document of shippedDocuments()) {
  const cases = await casesOf(document);
  if (cases.length > 0) {
    writeFileSync(join("programmes/conformance", kitFile(document)), linesOfKit(cases));
    process.stdout.write(`${kitFile(document)}: ${cases.length} cases\n`);
  }
}
