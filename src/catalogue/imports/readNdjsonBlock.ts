import type { Block } from "./blocks.ts";
import { readProduct } from "./readProduct.ts";
import type { ReadRow } from "./supplierProduct.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The rows of a block of NDJSON: one product in JSON on each line. */
export function readNdjsonBlock({ bytes, line }: Block): ReadRow[] {
  return bytes
    .toString("latin1")
    .split("\n")
    .flatMap((written, place): ReadRow[] =>
      written.trim() === "" ? [] : [{ line: line + place, ...readLine(Buffer.from(written, "latin1")) }],
    );
}

function readLine(written: Buffer): ReturnType<typeof readProduct> {
  let given: unknown;
  try {
    given = JSON.parse(utf8.decode(written).replace(/^\ufeff/, ""));
  } catch (error) {
    const says =
      error instanceof SyntaxError
        ? `This line is no JSON: ${error.message}.`
        : "This line is not in UTF-8: save the file as UTF-8.";
    return { faults: [{ field: "", code: "json", says, given: written.toString().slice(0, 200) }] };
  }
  return readProduct(given);
}
