import { printTerms as print } from "../../terms/index.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { loadPrinted, type Printed } from "./loadTermsFile.ts";
import type { PdfTitle } from "./pdfOfTerms.ts";
import { blocksOf } from "./printedBlocks.ts";
import { say, writeOut } from "./writeOut.ts";

export interface PrintOptions {
  readonly html?: boolean;
  readonly pdf?: boolean;
}

/**
 * `terms print`: the customer's text, figures filled in, to standard output. 5 when the document does not
 * load.
 */
export async function printTerms(path: string, options: PrintOptions): Promise<number> {
  if (options.pdf === true && process.stdout.isTTY) {
    throw new InputProblem("A PDF is nothing for a terminal: send it to a file with > terms.pdf.");
  }
  const printed = await loadPrinted(path);
  if (printed === undefined) {
    return exitCodes.refused;
  }
  if (options.pdf === true) {
    await writeOut(await pdf(printed));
  } else {
    await writeOut(options.html === true ? webPage(printed) : print(printed.document, printed).text);
  }
  return exitCodes.ok;
}

/** The library that sets pages is large, so it is loaded only for this. */
async function pdf(printed: Printed): Promise<Uint8Array> {
  const { lettersMissing, pdfOfTerms } = await import("./pdfOfTerms.ts");
  const { title, programme, version, language } = titleOf(printed);
  const blocks = blocksOf(print(printed.document, printed).html);
  const missing = lettersMissing(blocks);
  if (missing.length > 0) {
    say(`The PDF's fonts lack ${missing.join(" ")}: print with --html and let the browser make the PDF.`);
  }
  return await pdfOfTerms(blocks, { title, programme, version, language });
}

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { font-size: 2rem; }
h2 { font-size: 1.4rem; margin-top: 2.5rem; }
h3 { font-size: 1.1rem; margin-top: 1.8rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #8888; padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; }
:target { scroll-margin-top: 1rem; text-decoration: underline; }
footer { border-top: 1px solid #8888; margin-top: 3rem; padding-top: 0.5rem; }
@media print { body { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } }`;

/** A translation has the title and the language; programme and version are those of what it translates. */
function titleOf({ document, translation = document }: Printed): PdfTitle {
  const { terms: programme, version } = document.front;
  return { title: translation.title, programme, version, language: translation.front.language };
}

function webPage(printed: Printed): string {
  const { title, programme, version, language } = titleOf(printed);
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}
</style>
</head>
<body>
<main>
${print(printed.document, printed).html}</main>
<footer>${escaped(programme)} ${escaped(version)}</footer>
</body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
