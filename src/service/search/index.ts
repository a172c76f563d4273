export { type FoundWay, foundWays } from "./hit.ts";
export { searchAnything } from "./searchAnything.ts";
export { type FoundKind, foundKinds } from "./searchStore.ts";
