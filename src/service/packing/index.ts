export { type Packing, PackingShape, packingOf } from "./packing.ts";
export { packingWords } from "./packingWords.ts";
export { refuse as refuseParcel } from "./refusals.ts";
export { insertSending } from "./sendingStore.ts";
export { showPacking } from "./showPacking.ts";
export { slipOf, slipPlugin } from "./slipPlugin.ts";
export { vCardOf } from "./vCardOf.ts";
