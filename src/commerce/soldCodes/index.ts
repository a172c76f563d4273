export { listSoldCodes } from "./listSoldCodes.ts";
export { showSoldCode } from "./showSoldCode.ts";
export { voidSoldCodes } from "./voidSoldCodes/voidSoldCodes.ts";
