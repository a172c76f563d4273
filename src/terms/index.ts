/** Terms documents: read, checked, compiled, decided, explained. Pure; runs in a browser as it does on a server. */
export type { ClauseText, Decision, Region, Route, Source } from "./document.ts";
export type * from "./facts.ts";
export type { Finding } from "./finding.ts";
export type * from "./receipt.ts";
export type * from "./terms.ts";
