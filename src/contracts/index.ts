export { codeLooksRight, groupsOfFour, normaliseCode } from "./checkCharacters.ts";
export {
  type CodesWanted,
  mintCodes,
  type OpenCode,
  openCodesOf,
  type SealedCode,
  sealedCodesOf,
} from "./code.ts";
export {
  type Contract,
  ContractShape,
  type ContractState,
  contractId,
  lastDayOf,
  type Slot,
  toContract,
} from "./contract.ts";
export { type Device, type DeviceTold, normaliseSerial, type Unit } from "./device.ts";
export { type DeviceKey, type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
export { currentContract, deviceFacts, planFacts, runsAt } from "./facts.ts";
export { registerDevice } from "./registerDevice.ts";
export { inOrderOfUse, type RibbonExtras, type RibbonFacts, ribbonFacts } from "./ribbonFacts.ts";
export { REPLACEMENT, releaseSlot, reserveSlot, type SlotRef, useSlot } from "./slots.ts";
export { swapSerial } from "./swapSerial.ts";
