import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Platform } from "../platform/index.ts";
import { heldModels } from "./model.ts";
import { writeFindings } from "./shelf/index.ts";
import { seedModels, seedPrices, seedProducts } from "./store.ts";
import { heldTaxRates } from "./taxRate.ts";
import { seedTaxRates } from "./taxStore.ts";

/** The seed file; `note`s in it are for its readers. */
interface Seed {
  readonly models: readonly object[];
  readonly products: readonly { readonly sku: string; readonly prices: readonly object[] }[];
}

const SEED = path.join(import.meta.dirname, "seed/seed.json");
const TAX_RATES = path.join(import.meta.dirname, "seed/taxRates.json");

/** What all seeded things have in common. */
const MAKER = { maker: "DJI" };
const PRODUCT = { brand: "DJI", programme: "dji-care-refresh" };
/** The month of the seed's shop page. */
const PRICE = { validFrom: "2025-06-01T00:00:00Z" };

/**
 * Puts the reference programme's models, products and prices on the shelf, and the tax rates beside them.
 * What is there already stays as it is.
 */
export async function loadSeed(platform: Platform): Promise<void> {
  const { models, products } = JSON.parse(await readFile(SEED, "utf8")) as Seed;
  const db = platform.database;
  await seedModels(db, JSON.stringify(models.map((model) => ({ ...MAKER, ...model }))));
  await seedProducts(db, JSON.stringify(products.map((product) => ({ ...PRODUCT, ...product }))));
  await writeFindings(
    db,
    products.map(({ sku }) => sku),
  );
  const prices = products.flatMap(({ sku, prices }) => prices.map((price) => ({ sku, ...PRICE, ...price })));
  await seedPrices(db, JSON.stringify(prices));
  const { taxRates } = JSON.parse(await readFile(TAX_RATES, "utf8")) as { readonly taxRates: object[] };
  await seedTaxRates(db, JSON.stringify(taxRates));
  await heldModels.readAgain({ query: db.query, platform });
  await heldTaxRates.readAgain({ query: db.query, platform });
}
