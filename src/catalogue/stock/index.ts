export type { Pieces, Short } from "./pieces.ts";
export { giveBackStock, takeStock } from "./takeStock.ts";
export { tellStock } from "./tellStock.ts";
