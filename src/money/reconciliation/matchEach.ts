/** How each kind of party's report is matched with our own rows. */
export { matchCodes } from "./matchCodes.ts";
export { matchOwnBooks } from "./matchOwnBooks.ts";
export { matchParcels } from "./matchParcels.ts";
export { matchPayouts, names } from "./matchPayouts.ts";
