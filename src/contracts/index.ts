import type { Module } from "../platform/index.ts";
import { deadlines } from "./deadlines.ts";
import { ownContractIds } from "./ownContractIds.ts";
import { jobs, locks, reactions } from "./reactions.ts";
import { routes } from "./routes.ts";

export {
  deliverKeptCodes,
  freeCodesOf,
  heldLines,
  holdCodes,
  releaseHeldCodes,
  sellHeldCodes,
} from "./batches/index.ts";
export { codeLooksRight, groupsOfFour, normaliseCode } from "./checkCharacters.ts";
export {
  type CodesWanted,
  digestsOf,
  mintCodes,
  mintCodesOf,
  type OpenCode,
  openCodesOf,
  type SealedCode,
  sealedCodesOf,
} from "./code.ts";
export { codeIdOf, digestsNamed } from "./codeId.ts";
export {
  type Contract,
  ContractShape,
  type ContractState,
  contractId,
  lastDayOf,
  type Slot,
  toContract,
} from "./contract.ts";
export { type CoverageAsked, coverageOfSerials, type SerialCoverage } from "./coverageOfSerials.ts";
export { type Device, type DeviceTold, normaliseSerial, type Unit } from "./device.ts";
export { cursorAt, readDeviceCursor } from "./deviceCursor.ts";
export { type DeviceKey, type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
export { currentContract, deviceFacts, periodAfter, planFacts, runsAt } from "./facts.ts";
export {
  type Invitation,
  type InvitationReason,
  type InvitationSent,
  InvitationShape,
  type InvitedOffer,
  invitationsOf,
  invitedOffer,
  openInvitations,
  sendInvitation,
  toInvitation,
} from "./invitations/index.ts";
export { movePlan, type PlanMoved, promiseSerial } from "./movePlan.ts";
export { noteWarrantyPaper, type WarrantyPaper } from "./noteWarrantyPaper.ts";
export { offersForModel } from "./offerStore.ts";
export { isToldOwners, partSeenBy, toldOwners } from "./partSeenBy.ts";
export { publicReceipt } from "./publicReceipt.ts";
export { type Purchase, stateFact } from "./purchase.ts";
export { lockDeviceRoot } from "./reactions.ts";
export { priceChanged } from "./refusals.ts";
export { registerDevice } from "./registerDevice.ts";
export { ordersOfStolen, stolenOfOrder, unfollowedVoids } from "./replacedCodeStore.ts";
export { codeOf, lockCode, type NamedCode, type Replacement, replaceCodes } from "./replacedCodes.ts";
export { restoreSerial } from "./restoreSerial.ts";
export { lockCodesOfAll, lockOrderedCodes, type OrderedCode, voidCodes } from "./returnedCodes.ts";
export { inOrderOfUse, type RibbonExtras, RibbonFacts, ribbonFacts } from "./ribbonFacts.ts";
export {
  ActivationBody,
  activateContract,
  agreeAutoRenewal,
  answerTransfer,
  askBatch,
  askCoverage,
  askTransfer,
  cancelAutoRenewal,
  cancelContract,
  checkCode,
  declineBatch,
  listBatches,
  listContracts,
  listTransfers,
  listWarrantyRules,
  readContract,
  readDevice,
  readTransfer,
  releaseBatch,
  renewContract,
  setWarrantyRules,
  showBatch,
  showRenewals,
  showWarranty,
  tellWarranty,
  voidBatch,
  withdrawTransfer,
} from "./routes.ts";
export { devicesOfSerials } from "./serialStore.ts";
export {
  REPLACEMENT,
  releaseSlots,
  reserveSlot,
  type SlotRef,
  slotsGranted,
  type UseOfSlot,
  useOfSlot,
  useSlots,
} from "./slots.ts";
export { swapSerial } from "./swapSerial.ts";
export { rehearseWarranty, WarrantyBody } from "./tellWarranty/tellWarranty.ts";
export { demandSerial, demandTold, namedModel, ToldDevice } from "./toldDevice.ts";
export { type Transfer, TransferShape, transferId } from "./transfer.ts";
export { transfersOf } from "./transferStore.ts";
export { type FoundCode, type TypedCode, typedCodes } from "./typedCodes.ts";
export { type WarrantyHeld, WarrantySchema, warrantyOfParts } from "./warranties/index.ts";
export { followReplacement } from "./warrantReplacement.ts";

/** Codes, devices, the contracts between them, and what the contracts grant. */
export const contracts: Module = {
  ...{ name: "contracts", routes, jobs, reactions, deadlines, ...locks },
  ownIds: ownContractIds,
};
