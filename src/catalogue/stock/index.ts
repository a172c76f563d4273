export { giveBackStock, type Pieces, type Short, takeStock } from "./stock.ts";
export { tellStock } from "./tellStock.ts";
