import { closedLoop, type LoadResult } from "../activation/load.ts";
import { openWire } from "../activation/wire.ts";
import { seededRandom } from "../terms/seededRandom.ts";
import { generateProducts } from "./generateProducts.ts";

/** Asks for these paths over so many connections, each connection one after the other. */
export async function readStage(port: number, lanes: number, paths: readonly string[]): Promise<LoadResult> {
  const wires = await Promise.all(Array.from({ length: lanes }, () => openWire(port)));
  const result = await closedLoop(
    paths.length,
    wires.map((wire) => async (no) => {
      const { status, body } = await wire.get(paths[no] as string);
      if (status !== 200) {
        console.error(status, paths[no], body.slice(0, 200));
      }
      return status === 200;
    }),
  );
  for (const wire of wires) {
    wire.close();
  }
  return result;
}

/** What people type, by kind: so many of each, from the products there are. */
export function searches(products: number, each: number): Readonly<Record<string, readonly string[]>> {
  const random = seededRandom(5);
  const known = [...generateProducts(20261121, Math.min(products, 20_000))];
  const of = (typed: () => string): string[] =>
    Array.from({ length: each }, () => `/v1/products?limit=24&search=${encodeURIComponent(typed())}`);
  const word = (place: number) => random.pick(known).name.split(" ")[place] ?? "battery";
  return {
    "two words": of(() => `${random.pick(known).brand} ${random.pick(["battery", "lens", "cable", "led"])}`),
    "four words": of(() => random.pick(known).name.split(" ").slice(0, 4).join(" ")),
    "brand and category": Array.from({ length: each }, () => {
      const { brand, category } = random.pick(known);
      return `/v1/products?limit=24&brand=${brand}&category=${category.split("/")[0]}`;
    }),
    "whole code": of(() => random.pick(known).productCode),
    "part of a code": of(() => random.pick(known).productCode.slice(3, 12)),
    misspelt: of(() => misspelt(random.pick([word(0), random.pick(known).brand, "battery", "capacitor"]))),
    "very common word": of(() => random.pick(["dji", "original", "drones", "cables", "mm", "original mm"])),
  };
}

/** Without its third letter. */
function misspelt(word: string): string {
  return word.slice(0, 2) + word.slice(3);
}
