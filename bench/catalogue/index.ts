import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import type { LoadResult } from "../activation/load.ts";
import { type ServedEvermend, serveEvermend } from "../activation/servedEvermend.ts";
import { SHOP_SIZE } from "./generateProducts.ts";
import { type ImportStage, importStage } from "./importStage.ts";
import { orderStage } from "./orderStage.ts";
import { readStage, searches } from "./readStages.ts";

/** How much is done. `--short` is for a look, not for a figure. */
const short = process.argv.includes("--short");
const PRODUCTS = short ? 20_000 : SHOP_SIZE;
const SEARCHES = short ? 60 : 400;
const READS = short ? 1_000 : 12_000;
const ORDERS = short ? 100 : 2_000;
const SEARCHERS = 4;
const LANES = 8;

const round = (value: number): number => Number(value.toPrecision(3));

function line(name: string, { perSecond, p50Ms, p95Ms, maxMs, failed, done }: LoadResult): string {
  const cells = [perSecond, p50Ms, p95Ms, maxMs].map((value) => value.toFixed(1).padStart(10));
  return `${name.padEnd(28)}${cells.join("")}${String(done).padStart(8)}${String(failed).padStart(8)}`;
}

type Reads = Readonly<Record<"product" | "list" | "page", LoadResult>>;

/** What people read most, at once after the feed: each time of another product. */
async function read({ port }: ServedEvermend): Promise<Reads> {
  const stage = async (name: string, path: (sku: string) => string): Promise<LoadResult> => {
    const skus = Array.from({ length: READS }, (_, no) => `G-${1_000_001 + ((no * 7_919) % PRODUCTS)}`);
    const result = await readStage(port, LANES, skus.map(path));
    console.log(line(`${name}, after the feed`, result));
    return result;
  };
  return {
    product: await stage("product", (sku) => `/v1/products/${sku}`),
    list: await stage("list of 24", (sku) => `/v1/products?limit=24&after=${sku}`),
    page: await stage("product page", (sku) => `/shop/${sku}`),
  };
}

async function searched(served: ServedEvermend): Promise<Record<string, LoadResult>> {
  const results: Record<string, LoadResult> = {};
  for (const [kind, paths] of Object.entries(searches(PRODUCTS, SEARCHES))) {
    results[kind] = await readStage(served.port, SEARCHERS, paths);
    console.log(line(kind, results[kind]));
  }
  return results;
}

async function main(): Promise<void> {
  const served = await serveEvermend();
  const folder = await mkdtemp(path.join(tmpdir(), "evermend-feed-"));
  await chmod(folder, 0o755);
  try {
    const imports = await importStage(served, folder, PRODUCTS);
    const { importSeconds, copySeconds, feedSeconds } = imports;
    console.log(
      `${PRODUCTS} products: import ${importSeconds.toFixed(1)} s, COPY ${copySeconds.toFixed(1)} s`,
    );
    console.log(`a feed that changes ${imports.changed} of them: ${feedSeconds.toFixed(2)} s`);
    console.log(`${"".padEnd(28)}       per s    p50 ms    p95 ms    max ms       n  failed`);
    const reads = await read(served);
    const found = await searched(served);
    const orders = await orderStage(served, LANES, ORDERS);
    console.log(line("orders, codes delivered", orders));
    console.log(JSON.stringify(summary(imports, found, { ...reads, orders })));
  } finally {
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function summary(
  imports: ImportStage,
  found: Readonly<Record<string, LoadResult>>,
  { product, list, page, orders }: Reads & { readonly orders: LoadResult },
): object {
  const searchP95 = Object.fromEntries(
    Object.entries(found).map(([kind, { p95Ms }]) => [kind, round(p95Ms)]),
  );
  return {
    name: "catalogue",
    importRatio: round(imports.importSeconds / imports.copySeconds),
    feedSeconds: round(imports.feedSeconds),
    searchP95Ms: Math.max(...Object.values(searchP95)),
    productPerSecond: round(product.perSecond),
    listPerSecond: round(list.perSecond),
    productPagePerSecond: round(page.perSecond),
    ordersPerSecond: round(orders.perSecond),
    figures: { ...imports, searchP95Ms: searchP95 },
    n: { products: PRODUCTS, searchesOfEachKind: SEARCHES, reads: READS, orders: ORDERS },
    conditions: {
      cores: availableParallelism(),
      load: loadavg()[0],
      runtime: process.version,
      shared: "generator, server and database on the same cores; fsync on; lists of 24",
    },
  };
}

await main();
