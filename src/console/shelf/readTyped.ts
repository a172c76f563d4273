import { readMoney } from "../format/formatMoney.ts";

/** `Size: 35 V` on each line, as names with values. A line without a colon has its words as both. */
export function readSpecifications(text: string): { name: string; value: string }[] {
  return linesIn(text).map((line) => {
    const [name = "", ...rest] = line.split(":");
    const value = rest.join(":").trim();
    return { name: name.trim(), value: value === "" ? name.trim() : value };
  });
}

/** Names with values as lines. */
export function writeSpecifications(pairs: readonly { name: string; value: string }[]): string {
  return pairs.map(({ name, value }) => `${name}: ${value}`).join("\n");
}

/** Words with commas between them. */
export function readWords(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

/** One a line, without empty ones. */
export function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A step of a price list. */
export interface Step {
  readonly minQuantity: number;
  readonly netMinor: number;
  readonly grossMinor: number;
}

/** `10 33.00 40.26` on each line as the steps of a list, or the number of the first line that is not so. */
export function readSteps(text: string, currency: string): readonly Step[] | number {
  const steps: Step[] = [];
  for (const [place, line] of linesIn(text).entries()) {
    const [from = "", net = "", gross = "", more] = line.split(/\s+/);
    const netMinor = readMoney(net, currency);
    const grossMinor = readMoney(gross, currency);
    const isSo = /^[1-9]\d{0,6}$/.test(from) && more === undefined;
    if (!isSo || netMinor === undefined || grossMinor === undefined) {
      return place + 1;
    }
    steps.push({ minQuantity: Number(from), netMinor, grossMinor });
  }
  return steps;
}
