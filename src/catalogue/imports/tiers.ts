import { exponentOf, isCurrency, minorUnits } from "../../terms/index.ts";
import type { Cell } from "./cell.ts";
import type { SupplierTier } from "./supplierProduct.ts";

const MOST_TIERS = 30;
const TIER = /^(\d{1,7}):([^/]+)\/(.+)$/;
const FORM = `Write "EUR 1:36.27/44.25 10:33.00/40.26": from how many, the price without and with tax.`;

/**
 * A price list: currencies parted by semicolons, each with its steps by rising quantity, each step the price
 * of a piece without and with tax.
 */
export function tiers(given: string): Cell<readonly SupplierTier[]> {
  const lists = given
    .split(";")
    .map((list) => list.trim())
    .filter(Boolean);
  if (lists.length === 0) {
    return { code: "missing", says: FORM };
  }
  const read: SupplierTier[] = [];
  for (const list of lists) {
    const own = readList(list);
    if (own.code !== undefined) {
      return own;
    }
    if (read.some(({ currency }) => currency === own.value[0]?.currency)) {
      return { code: "currency_twice", says: `${own.value[0]?.currency} has two lists: put them together.` };
    }
    read.push(...own.value);
  }
  return read.length > MOST_TIERS
    ? { code: "too_many", says: `At most ${MOST_TIERS} steps; these are ${read.length}.` }
    : { value: read };
}

function readList(list: string): Cell<readonly SupplierTier[]> {
  const [currency = "", ...steps] = list.split(/\s+/);
  if (!isCurrency(currency)) {
    return { code: "currency", says: `${currency.slice(0, 20)} is no currency: three capital letters, EUR.` };
  }
  if (steps.length === 0) {
    return { code: "price", says: FORM };
  }
  const read: SupplierTier[] = [];
  for (const step of steps) {
    const tier = readStep(step, currency);
    if (tier.code !== undefined) {
      return tier;
    }
    if (tier.value.minQuantity <= (read.at(-1)?.minQuantity ?? 0)) {
      return { code: "steps", says: "The steps rise: each begins with more pieces than the one before." };
    }
    read.push(tier.value);
  }
  return { value: read };
}

function readStep(step: string, currency: string): Cell<SupplierTier> {
  const [, from = "", net = "", gross = ""] = TIER.exec(step) ?? [];
  const minQuantity = Number(from);
  const netMinor = minorUnits(net, currency);
  const grossMinor = minorUnits(gross, currency);
  if (minQuantity < 1 || typeof netMinor !== "number" || typeof grossMinor !== "number") {
    return { code: "price", says: `${FORM} ${currency} has ${exponentOf(currency)} decimals.` };
  }
  return grossMinor < netMinor
    ? { code: "gross_below_net", says: "With tax it costs at least what it costs without." }
    : { value: { currency, minQuantity, netMinor, grossMinor } };
}
