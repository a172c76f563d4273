export { type FoundKind, foundKinds } from "./foundStore.ts";
export { type FoundWay, foundWays } from "./hit.ts";
export { searchAnything } from "./searchAnything.ts";
