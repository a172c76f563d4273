import assert from "node:assert/strict";
import type { ServedEvermend } from "./servedEvermend.ts";

const HEADER = [
  "supplier_key,sku,product_code,name,brand,category",
  "stock,lead_days,weight_grams,min_quantity,multiple,prices",
].join(",");

const ROWS = [
  "k1,house-camera,CP.OS.269,DJI Osmo Action 4 camera,DJI,cameras/action,50,2,145,1,1,EUR 1:200.00/244.00",
  "k2,house-battery,C-2,Battery two,Maker,power/battery,400,1,60,5,5,EUR 1:1.00/1.22",
];

/** Goods on the shelf of a served shop, from a supplier's file: a camera that plans cover, and a battery. */
export async function stockedShelf(served: ServedEvermend): Promise<void> {
  const manager = await served.as("manager");
  const house = { supplier: "house", name: "The house", country: "EE" };
  await manager.addSupplier({ ...house, zone: "Europe/Tallinn", cutOff: "15:00" });
  const { id } = await manager.openImport({ supplier: "house", format: "csv", name: "feed.csv" });
  await manager.addImportPart({ id, no: 1, text: [HEADER, ...ROWS].join("\n") });
  await manager.startImport({ id });
  await served.settle();
  const covered = "update catalogue.product set models = '{osmo-action-4}' where sku = 'house-camera'";
  await served.platform.database.pool.query(covered);
  assert.deepEqual((await manager.listImportRefusals({ id })).data, []);
}

/** Sets the retail price of one piece, and of each from ten on, tax included; from now on. */
export async function setRetail(
  served: ServedEvermend,
  sku: string,
  one: number,
  ten: number,
): Promise<void> {
  const manager = await served.as("manager");
  const tier = (minQuantity: number, grossMinor: number) => ({
    ...{ minQuantity, grossMinor, netMinor: Math.round(grossMinor / 1.24) },
  });
  const tiers = [tier(1, one), tier(10, ten)];
  await manager.setPrices({ sku, customerGroup: "retail", currency: "EUR", tiers });
}
