import { chmod, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { importFile, type SupplierProduct } from "../../src/catalogue/index.ts";
import type { ServedEvermend } from "../activation/servedEvermend.ts";
import { writeFeed } from "./feedFile.ts";
import { generateProducts, withNewOffer } from "./generateProducts.ts";

/** What importing took, beside COPY of the same rows into the same tables with the same indexes. */
export interface ImportStage {
  readonly products: number;
  readonly importSeconds: number;
  readonly copySeconds: number;
  /** A second file with new prices and stock for so many of them. */
  readonly changed: number;
  readonly feedSeconds: number;
}

const SEED = 20261121;
/** Every tenth has another price and another stock in the next feed. */
const CHANGED = 10;

/**
 * The tables an import writes, each with all of its columns, so that the same rows go back: of what an import
 * leaves to a column's default too. Their indexes, checks and foreign keys are in force for both.
 */
const TABLES = ["product", "offer", "price", "finding", "search_word"];

/** Imports so many products, copies the same rows by hand, then imports the feed that changes some. */
export async function importStage(
  served: ServedEvermend,
  folder: string,
  products: number,
): Promise<ImportStage> {
  const owner = new pg.Client(served.connection);
  await owner.connect();
  await owner.query(
    `insert into catalogue.supplier (supplier, name, country, zone, created_at)
     values ('bench', 'Bench supplier', 'EE', 'Europe/Tallinn', now())`,
  );
  const file = path.join(folder, "feed.csv");
  await writeFeed(file, generateProducts(SEED, products));
  await owner.query("checkpoint");
  const importSeconds = await imported(served, file, products);
  const copySeconds = await copied(owner, path.join(folder, "rows"));
  const changed = path.join(folder, "changed.csv");
  await writeFeed(changed, changedProducts(products));
  await owner.query("vacuum analyze");
  await owner.query("checkpoint");
  const feedSeconds = await imported(served, changed, Math.floor(products / CHANGED));
  await owner.end();
  return { products, importSeconds, copySeconds, changed: Math.floor(products / CHANGED), feedSeconds };
}

async function imported(served: ServedEvermend, file: string, rows: number): Promise<number> {
  const from = performance.now();
  const run = await importFile(served.platform, { file, supplier: "bench", format: "csv", isCheck: false });
  const seconds = (performance.now() - from) / 1000;
  if (run?.state !== "done" || run.rowsNew + run.rowsChanged !== rows) {
    throw new Error(`the import came to ${JSON.stringify(run)}`);
  }
  return seconds;
}

function* changedProducts(products: number): Generator<SupplierProduct> {
  let no = 0;
  for (const product of generateProducts(SEED, products)) {
    no += 1;
    if (no % CHANGED === 0) {
      yield withNewOffer(product, no);
    }
  }
}

/** Takes the rows out, empties the tables, and copies them back in. */
async function copied(owner: pg.Client, folder: string): Promise<number> {
  await mkdir(folder);
  await chmod(folder, 0o777);
  const fileOf = (table: string): string => path.join(folder, `${table}.csv`);
  for (const table of TABLES) {
    await owner.query(`copy catalogue.${table} to '${fileOf(table)}' csv`);
  }
  await owner.query(`truncate ${TABLES.map((table) => `catalogue.${table}`).join(", ")} cascade`);
  await owner.query("checkpoint");
  const from = performance.now();
  for (const table of TABLES) {
    await owner.query(`copy catalogue.${table} from '${fileOf(table)}' csv`);
  }
  const seconds = (performance.now() - from) / 1000;
  await rm(folder, { recursive: true, force: true });
  return seconds;
}
