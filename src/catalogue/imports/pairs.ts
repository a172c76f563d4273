import type { Cell } from "./cell.ts";
import type { NamedValue } from "./supplierProduct.ts";

const MOST_PAIRS = 60;
const MOST_CHARACTERS = 500;

/** Names with their values: `Size: 35 V; Finish: black`. A semicolon within a value is written `\\;`. */
export function pairs(given: string): Cell<readonly NamedValue[]> {
  const written = given
    .split(/(?<!\\);/)
    .map((pair) => pair.replaceAll("\\;", ";").trim())
    .filter(Boolean);
  if (written.length > MOST_PAIRS) {
    return { code: "too_many", says: `At most ${MOST_PAIRS} of them; these are ${written.length}.` };
  }
  const read = written.map((pair) => {
    const colon = pair.indexOf(":");
    return { name: pair.slice(0, Math.max(colon, 0)).trim(), value: pair.slice(colon + 1).trim() };
  });
  const broken = read.findIndex(
    ({ name, value }) => name === "" || value === "" || name.length + value.length > MOST_CHARACTERS,
  );
  return broken === -1
    ? { value: read }
    : { code: "pair", says: `Write "name: value; name: value"; number ${broken + 1} is not so.` };
}
