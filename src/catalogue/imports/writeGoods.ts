import type { Tx } from "../../platform/index.ts";
import { writeFindingsAlone } from "../shelf/index.ts";
import type { ShelfDifference, Shelved } from "./compareWithShelf.ts";
import { describeGoods, insertGoods, insertOffers, insertPriceLists, updateOffers } from "./goodsStore.ts";

/**
 * Writes what differs from the shelf, goods before what points at them; the connection sends it in this
 * order. The words of `created` and `described` are still to be learned.
 */
export function writeGoods(
  tx: Tx,
  supplier: string,
  { created, described, offered, priced }: ShelfDifference,
): Promise<unknown>[] {
  const findable = [...created, ...described].map(({ sku }) => sku);
  const prices = [...created, ...priced];
  return [
    ...(created.length > 0 ? [insertGoods(tx, tx.at, ...textsOf(created))] : []),
    ...(created.length > 0 ? [insertOffers(tx, supplier, ...offersOf(created))] : []),
    ...(described.length > 0 ? [describeGoods(tx, tx.at, ...textsOf(described))] : []),
    ...(findable.length > 0 ? [writeFindingsAlone(tx, findable)] : []),
    ...(offered.length > 0 ? [updateOffers(tx, supplier, ...offersOf(offered))] : []),
    ...(prices.length > 0 ? [insertPriceLists(tx, tx.at, ...stepsOf(prices))] : []),
  ];
}

type Column = (product: Shelved) => unknown;

const TEXTS: readonly Column[] = [
  ({ sku }) => sku,
  ({ productCode }) => productCode,
  ({ supplierCode }) => supplierCode,
  ({ name }) => name,
  ({ brand }) => brand,
  ({ category }) => category,
  ({ summary }) => summary,
  ({ description }) => description,
  ({ specifications }) => JSON.stringify(specifications),
  ({ parameters }) => JSON.stringify(parameters),
  ({ photoUrl }) => photoUrl,
  ({ gtin }) => gtin,
  ({ weightGrams }) => weightGrams,
];

const OFFERS: readonly Column[] = [
  ({ sku }) => sku,
  ({ supplierKey }) => supplierKey,
  ({ stock }) => stock,
  ({ leadDays }) => leadDays,
  ({ minQuantity }) => minQuantity,
  ({ multiple }) => multiple,
  ({ described }) => described,
  ({ priced }) => priced,
];

function textsOf(products: readonly Shelved[]): unknown[][] {
  return TEXTS.map((column) => products.map(column));
}

function offersOf(products: readonly Shelved[]): unknown[][] {
  return OFFERS.map((column) => products.map(column));
}

function stepsOf(products: readonly Shelved[]): unknown[][] {
  const steps = products.flatMap(({ sku, prices }) => prices.map((price) => ({ sku, ...price })));
  return [
    steps.map(({ sku }) => sku),
    steps.map(({ currency }) => currency),
    steps.map(({ minQuantity }) => minQuantity),
    steps.map(({ netMinor }) => netMinor),
    steps.map(({ grossMinor }) => grossMinor),
  ];
}
