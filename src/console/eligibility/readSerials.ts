/** The most serials a list has. */
export const MOST_SERIALS = 1_000;

/** The serials of a text: one in each line, the first cell where it is a CSV; a head that says so is none. */
export function readSerials(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? "").replaceAll('"', "").trim())
    .filter((serial) => serial !== "" && serial.toLowerCase() !== "serial");
}
