import { compileTerms, readTerms, type Terms, type TermsDocument } from "../../terms/index.ts";
import { counted, findingText } from "./findingText.ts";
import { readInput, termsDocument } from "./readInput.ts";
import { say } from "./writeOut.ts";

/** The document of a file; undefined, and its errors told, when it does not load. */
export async function loadDocument(path: string): Promise<TermsDocument | undefined> {
  const { document, findings } = readTerms({ file: path, text: await readInput(path, termsDocument) });
  if (document === undefined) {
    const errors = findings.filter(({ severity }) => severity === "error");
    process.stderr.write(errors.map(findingText).join(""));
    say(`${path} does not load: it has ${counted(errors.length, "mistake")}. Mend them and try again.`);
  }
  return document;
}

/** The document of a file, ready to decide; undefined, and its errors told, when it does not load. */
export async function loadTermsFile(path: string): Promise<Terms | undefined> {
  const document = await loadDocument(path);
  return document === undefined ? undefined : compileTerms(document);
}
