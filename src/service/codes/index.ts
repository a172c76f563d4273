export { CodesFound, familiesOf, findingsWith, unknownCode } from "./code.ts";
export { heldCodes } from "./codeStore.ts";
export { listBenchCodes } from "./listCodes.ts";
export { setBenchCodes } from "./setCodes.ts";
