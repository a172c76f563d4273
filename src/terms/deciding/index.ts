export { Diagram } from "./diagram.ts";
export type { ValuesOf } from "./differingValues.ts";
export { withFact } from "./factSetting.ts";
export type { Settled } from "./program.ts";
