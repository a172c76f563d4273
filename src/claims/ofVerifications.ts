import type { Job } from "../platform/index.ts";
import { answerVerification } from "./answerVerification/answerVerification.ts";
import { askVerification } from "./askVerification/askVerification.ts";
import { inviteAfterRepair, repairReaction } from "./inviteAfterRepair.ts";
import { listVerifications } from "./listVerifications.ts";
import { receiveVerification } from "./receiveVerification/receiveVerification.ts";
import { showVerification } from "./showVerification.ts";
import { submitVerification } from "./submitVerification/submitVerification.ts";
import { verificationDeadlines } from "./verificationDeadlines.ts";
import { withdrawVerification } from "./withdrawVerification/withdrawVerification.ts";

export {
  ANSWER_DAYS,
  checklistFor,
  decisionsOf as verificationDecisionsOf,
  FILM_DAYS,
  type Verification,
  VerificationShape,
  verificationByNo,
  verificationId,
  verificationsByNo,
} from "./verifications/index.ts";
export {
  answerVerification,
  askVerification,
  listVerifications,
  receiveVerification,
  showVerification,
  submitVerification,
  withdrawVerification,
};

/** What verifications add to the module: routes, deadlines, and what follows a repair. */
export const ofVerifications = {
  routes: [
    askVerification,
    listVerifications,
    showVerification,
    submitVerification,
    receiveVerification,
    answerVerification,
    withdrawVerification,
  ],
  deadlines: verificationDeadlines,
  jobs: [inviteAfterRepair as unknown as Job<never>],
  reactions: [repairReaction],
} as const;
