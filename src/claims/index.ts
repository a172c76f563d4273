import type { Module } from "../platform/index.ts";
import { cancelClaim } from "./cancelClaim/cancelClaim.ts";
import { chooseRoute } from "./chooseRoute/chooseRoute.ts";
import { closeClaim } from "./closeClaim/closeClaim.ts";
import { deadlines } from "./deadlines.ts";
import { listClaims } from "./listClaims.ts";
import { ofEvidence } from "./ofEvidence.ts";
import { openClaim } from "./openClaim/openClaim.ts";
import { ownClaimIds } from "./ownClaimIds.ts";
import { payClaim } from "./payClaim/payClaim.ts";
import { jobs, reactions } from "./reactions.ts";
import { showChoices } from "./showChoices.ts";
import { showFacts } from "./showFacts.ts";

export { addEvidence } from "./addEvidence/addEvidence.ts";
export { type Advance, advanceOf, type CoreState, coreStates } from "./advance.ts";
export { cancelClaim } from "./cancelClaim/cancelClaim.ts";
export { type Choice, ChoiceShape, choicesOf } from "./choice.ts";
export { chooseRoute } from "./chooseRoute/chooseRoute.ts";
export {
  type Claim,
  ClaimShape,
  type ClaimState,
  claimId,
  claimStates,
  type Route,
  routes,
  toClaim,
} from "./claim.ts";
export { type CaseTold, caseOf, decideCoverage, provisionalCase } from "./claimFacts.ts";
export { closeClaim } from "./closeClaim/closeClaim.ts";
export { CLAIM_CLOSES, PAYMENT_LAPSES, REPORT_LAPSES } from "./deadlines.ts";
export {
  type CaseDecided,
  decideFindings,
  type FindingDecided,
  FoundShape,
  toFound,
} from "./eachFinding.ts";
export { EvidenceShape, faultWords, type Purpose, purposes, type RefusedAs } from "./evidence/index.ts";
export { awaitOldDevice, type CoreParcel, isSecured, takeOldDevice } from "./followCore.ts";
export {
  causes,
  type Findings,
  FindingsBody,
  FurtherFinding,
  type Incident,
  IncidentBody,
  MOST_FURTHER,
  Parts,
  parts,
} from "./incident.ts";
export { listClaims } from "./listClaims.ts";
export { listEvidence } from "./listEvidence.ts";
export { type LockedCase, lockCase, lockClaim, moveClaim } from "./lockClaim.ts";
export { type NextStep, nextStepOf } from "./nextStep.ts";
export { openClaim } from "./openClaim/openClaim.ts";
export { payClaim } from "./payClaim/payClaim.ts";
export { readClaim } from "./readClaim.ts";
export { refuse as refuseClaim } from "./refusals.ts";
export { AddressBody, reporterOf } from "./reporterOf.ts";
export { evidencePlugin } from "./serveEvidence.ts";
export { shareEvidence } from "./shareEvidence/shareEvidence.ts";
export { showChoices } from "./showChoices.ts";
export { showFacts } from "./showFacts.ts";
export { type ClaimRow, claimsOfDevice, switchClaimChannel } from "./store.ts";
export { type Swept, sweepEvidence } from "./sweepEvidence.ts";
export { type EvidenceTold, takeEvidence } from "./takeEvidence.ts";
export { termsOfCase } from "./termsOfCase.ts";
export { bringsUnit, promisedBy, type SlotsChanged, slotsAfter, slotsOf, slotsSpent } from "./usesOfCase.ts";
export { endOfDays, isOver, waitingDaysOf } from "./waitingDays.ts";
export { withdrawEvidence } from "./withdrawEvidence/withdrawEvidence.ts";

/** Cases, from the report of a damage to the close. */
export const claims: Module = {
  name: "claims",
  routes: [
    openClaim,
    listClaims,
    showChoices,
    showFacts,
    chooseRoute,
    payClaim,
    cancelClaim,
    closeClaim,
    ...ofEvidence.routes,
  ],
  jobs: [...jobs, ...ofEvidence.jobs],
  reactions: [...reactions, ...ofEvidence.reactions],
  deadlines: [...deadlines, ...ofEvidence.deadlines],
  ownIds: ownClaimIds,
};
