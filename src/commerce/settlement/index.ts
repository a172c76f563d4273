export { listSettledCodes } from "./listSettledCodes.ts";
export { listSettlement } from "./listSettlement.ts";
