export { type BinLabel, labelText, pdfOfLabel, svgOfLabel } from "./binLabel.ts";
export { placeBin, plainPlace } from "./placeBin.ts";
export { casesAt, placeOf } from "./placeStore.ts";
