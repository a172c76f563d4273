import type { Module } from "../platform/index.ts";
import { addCustomerGroup } from "./addCustomerGroup/addCustomerGroup.ts";
import { addModel } from "./addModel/addModel.ts";
import { addProduct } from "./addProduct/addProduct.ts";
import { listCustomerGroups } from "./customerGroups/index.ts";
import { listKeptProducts, listProductHistory, showKeptProduct } from "./keeping/index.ts";
import { listModels } from "./models/index.ts";
import { listPrices } from "./prices/index.ts";
import { reviseModel } from "./reviseModel/reviseModel.ts";
import { reviseProduct } from "./reviseProduct/reviseProduct.ts";
import { setOffer } from "./setOffer/setOffer.ts";
import { setPrices } from "./setPrices/setPrices.ts";

export {
  addCustomerGroup,
  addModel,
  addProduct,
  listCustomerGroups,
  listKeptProducts,
  listModels,
  listPrices,
  listProductHistory,
  reviseModel,
  reviseProduct,
  setOffer,
  setPrices,
  showKeptProduct,
};

/** What may be asked by those who keep products, models, prices and offers. */
export const productRoutes: NonNullable<Module["routes"]> = [
  ...[addProduct, reviseProduct, listKeptProducts, showKeptProduct, listProductHistory],
  ...[addModel, reviseModel, listModels],
  ...[setOffer, setPrices, listPrices, addCustomerGroup, listCustomerGroups],
];
