import { appointmentMailings } from "./appointmentLetters.ts";
import {
  choiceNeededLetter,
  claimOpenedLetter,
  claimReroutedLetter,
  claimShippedLetter,
  feeReceivedLetter,
} from "./claimLetters.ts";
import { deskMailings } from "./deskLetters.ts";
import { holdCapturedLetter, holdNoticeLetter, holdPlacedLetter, holdReleasedLetter } from "./holdLetters.ts";
import type { Mailing } from "./mailing.ts";
import { messageMailings } from "./messageLetters.ts";
import { quickMailings } from "./quickLetters.ts";
import { reportDraftMailings } from "./reportDraftLetters.ts";
import { reviewMailings } from "./reviewLetters.ts";
import { verificationMailings } from "./verificationLetters.ts";

/** Which event of a case makes which letter. */
export const caseMailings: readonly Mailing[] = [
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
  ...deskMailings,
  ...messageMailings,
  ...quickMailings,
  ...reportDraftMailings,
  ...reviewMailings,
  ...verificationMailings,
];
