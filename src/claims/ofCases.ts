import { answerQuestion } from "./answerQuestion/answerQuestion.ts";
import { cancelClaim } from "./cancelClaim/cancelClaim.ts";
import { chooseRoute } from "./chooseRoute/chooseRoute.ts";
import { closeClaim } from "./closeClaim/closeClaim.ts";
import { listCores } from "./cores/listCores.ts";
import { deadlines } from "./deadlines.ts";
import { listClaims } from "./listClaims.ts";
import { payClaim } from "./payClaim/payClaim.ts";
import { showChoices } from "./showChoices.ts";
import { showFacts } from "./showFacts.ts";
import { takeBackWaiver } from "./takeBackWaiver/takeBackWaiver.ts";
import { waiveSendBack } from "./waiveSendBack/waiveSendBack.ts";
import { withdrawQuestion } from "./withdrawQuestion/withdrawQuestion.ts";

/** What is done to a case that was reported, from the choice of a route to its close. */
export const ofCases = {
  routes: [
    ...[listClaims, showChoices, showFacts, chooseRoute, payClaim, cancelClaim, closeClaim, listCores],
    ...[answerQuestion, withdrawQuestion, waiveSendBack, takeBackWaiver],
  ],
  deadlines,
} as const;
