export { matchStray, returnStray } from "./endStray.ts";
export { keep as keepParcel, keepStray } from "./keepStray.ts";
export { listStrays } from "./listStrays.ts";
export { type Stray, StraySchema, strayView } from "./stray.ts";
export { straysNamed } from "./strayStore.ts";
