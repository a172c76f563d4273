import { alarmMailings } from "./alarmLetters.ts";
import { caseMailings } from "./caseMailings.ts";
import { codeMailings } from "./codeLetters.ts";
import { contractActivatedLetter, contractRenewedLetter } from "./contractLetters.ts";
import { deliveryMailings } from "./deliveryLetters.ts";
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
  ...alarmMailings,
  ...caseMailings,
  ...codeMailings,
  ...deliveryMailings,
  ...refundMailings,
  ...renewalMailings,
  ...stoppedMailings,
  ...transferMailings,
  ...withdrawalMailings,
];
