import { appointmentMailings } from "./appointmentLetters.ts";
import {
  choiceNeededLetter,
  claimOpenedLetter,
  claimReroutedLetter,
  claimShippedLetter,
  feeReceivedLetter,
} from "./claimLetters.ts";
import { codeMailings } from "./codeLetters.ts";
import { contractActivatedLetter, contractRenewedLetter } from "./contractLetters.ts";
import { deliveryMailings } from "./deliveryLetters.ts";
import { holdCapturedLetter, holdNoticeLetter, holdPlacedLetter, holdReleasedLetter } from "./holdLetters.ts";
import type { Mailing } from "./mailing.ts";
import { orderCancelledLetter, orderDeliveredLetter } from "./orderLetters.ts";
import { refundMailings } from "./refundLetters.ts";
import { renewalMailings } from "./renewalLetters.ts";
import { stoppedMailings } from "./stoppedLetters.ts";
import { transferMailings } from "./transferLetters.ts";
import { withdrawalMailings } from "./withdrawalLetters.ts";

/** Which event makes which letter: the whole list. */
export const mailings: readonly Mailing[] = [
  { on: "CodesDelivered", template: "orderDelivered", address: orderDeliveredLetter },
  { on: "OrderCancelled", template: "orderCancelled", address: orderCancelledLetter },
  { on: "ContractActivated", template: "contractActivated", address: contractActivatedLetter },
  { on: "ContractRenewed", template: "contractRenewed", address: contractRenewedLetter },
  { on: "ClaimOpened", template: "claimOpened", address: claimOpenedLetter },
  { on: "ClaimChannelSwitched", template: "claimRerouted", address: claimReroutedLetter },
  { on: "ClaimInspected", template: "choiceNeeded", address: choiceNeededLetter },
  { on: "FeePaid", template: "feeReceived", address: feeReceivedLetter },
  { on: "ClaimShipped", template: "claimShipped", address: claimShippedLetter },
  { on: "HoldPlaced", template: "holdPlaced", address: holdPlacedLetter },
  { on: "HoldNotice", template: "holdNotice", address: holdNoticeLetter },
  { on: "HoldCaptured", template: "holdCaptured", address: holdCapturedLetter },
  { on: "HoldReleased", template: "holdReleased", address: holdReleasedLetter },
  ...appointmentMailings,
  ...codeMailings,
  ...deliveryMailings,
  ...refundMailings,
  ...renewalMailings,
  ...stoppedMailings,
  ...transferMailings,
  ...withdrawalMailings,
];
