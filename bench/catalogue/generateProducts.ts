import type { SupplierProduct } from "../../src/catalogue/index.ts";
import { type SeededRandom, seededRandom } from "../terms/seededRandom.ts";
import { DEPARTMENTS, madeUpWords, pickEarly, QUALITIES } from "./vocabulary.ts";

/** How many products the shop of the first seed says it sells. */
export const SHOP_SIZE = 381_000;

const BRANDS = 2_400;
const SERIES = 9_000;
const VAT = 1.22;

interface Words {
  readonly brands: readonly string[];
  readonly series: readonly string[];
}

/**
 * So many products of one supplier's feed: the same seed gives the same feed on every machine. Names are of a
 * kind ("Brenda Fluxor X450 replacement battery 12 V"): few brands and common words stand in very many of
 * them, most words in few.
 */
export function* generateProducts(seed: number, count = SHOP_SIZE): Generator<SupplierProduct> {
  const random = seededRandom(seed);
  const made = madeUpWords(random, BRANDS + SERIES).map(capital);
  const words = { brands: ["DJI", ...made.slice(0, BRANDS)], series: made.slice(BRANDS) };
  for (let no = 1; no <= count; no += 1) {
    yield generateProduct(random, words, no);
  }
}

/** The same product as the next feed has it: another price, another stock. */
export function withNewOffer(product: SupplierProduct, seed: number): SupplierProduct {
  const random = seededRandom(seed);
  const tiers = tiersFrom(random, random.between(50, 90_000));
  return { ...product, prices: tiers, stock: random.between(0, 500) };
}

function generateProduct(random: SeededRandom, { brands, series }: Words, no: number): SupplierProduct {
  const department = random.pick(Object.keys(DEPARTMENTS));
  const thing = random.pick(DEPARTMENTS[department] ?? []);
  const brand = pickEarly(random, brands);
  const model = `${pickEarly(random, series)} ${modelNumber(random)}`;
  const quality = random.pick(QUALITIES);
  const size = `${random.between(1, 400)} ${random.pick(["mm", "V", "W", "mAh", "g"])}`;
  const code = `${brand.slice(0, 2).toUpperCase()}.${modelNumber(random)}.${String(no).padStart(8, "0")}.01`;
  const fits = `${brand} ${model} and ${pickEarly(random, series)}`;
  return {
    supplierKey: `S-${no}`,
    sku: `G-${1_000_000 + no}`,
    productCode: code,
    name: `${brand} ${model} ${quality} ${thing} ${size}`,
    brand,
    category: `${department}/${thing.replaceAll(" ", "-")}`,
    summary: `${capital(quality)} ${thing} for ${brand} ${model}.`,
    description: `${capital(thing)}, ${quality}, ${size}. Fits ${fits}.`,
    specifications: [
      { name: "Size", value: size },
      { name: "Finish", value: quality },
    ],
    parameters: [{ name: "Supplier's product code", value: code }],
    weightGrams: random.between(1, 4_000),
    minQuantity: 1,
    multiple: random.chance(0.1) ? random.pick([2, 5, 10]) : 1,
    stock: random.chance(0.3) ? 0 : random.between(1, 900),
    leadDays: random.between(1, 14),
    prices: tiersFrom(random, random.between(50, 90_000)),
  };
}

/** One price, or a scale that falls from 10 pieces on: net and gross in cents. */
function tiersFrom(random: SeededRandom, netMinor: number): SupplierProduct["prices"] {
  const tier = (minQuantity: number, share: number) => {
    const net = Math.max(1, Math.round(netMinor * share));
    return { currency: "EUR", minQuantity, netMinor: net, grossMinor: Math.round(net * VAT) };
  };
  return random.chance(0.25) ? [tier(1, 1), tier(10, 0.93), tier(100, 0.86)] : [tier(1, 1)];
}

function modelNumber(random: SeededRandom): string {
  return `${random.pick(["X", "M", "RS", "TX", "A", "QD"])}${random.between(10, 9_999)}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
