export { giveBackStock, type Pieces, type Short, takeStock } from "./stock.ts";
