import type { Module } from "../platform/index.ts";
import { ofCases } from "./ofCases.ts";
import { ofEvidence } from "./ofEvidence.ts";
import { ofMail } from "./ofMail.ts";
import { ofMessages } from "./ofMessages.ts";
import { ofReports } from "./ofReports.ts";
import { ofReview } from "./ofReview.ts";
import { ofVerifications } from "./ofVerifications.ts";
import { ownClaimIds } from "./ownClaimIds.ts";
import { jobs, reactions } from "./reactions.ts";
import { ownVerificationIds } from "./showVerification.ts";

export { addEvidence } from "./addEvidence/addEvidence.ts";
export { addNote } from "./addNote/addNote.ts";
export { type Advance, advanceOf, type CoreState, coreStates } from "./advance.ts";
export { answerQuestion } from "./answerQuestion/answerQuestion.ts";
export { appealClaim } from "./appealClaim/appealClaim.ts";
export { type Appeal, AppealShape, appealsOfDevice, rightOutcomes } from "./appeals/index.ts";
export { askReport, type ReportAnswer } from "./askReport/askReport.ts";
export { assignMail } from "./assignMail/assignMail.ts";
export { cancelClaim } from "./cancelClaim/cancelClaim.ts";
export { type Choice, ChoiceShape, choicesOf, type RepairPrice } from "./choice.ts";
export { chooseRoute } from "./chooseRoute/chooseRoute.ts";
export {
  type Claim,
  ClaimShape,
  type ClaimState,
  claimId,
  claimStates,
  toClaim,
} from "./claim.ts";
export { type CaseTold, caseOf, decideCoverage, provisionalCase } from "./claimFacts.ts";
export { closeClaim } from "./closeClaim/closeClaim.ts";
export { type CoreReturnView, listCores } from "./cores/listCores.ts";
export { CLAIM_CLOSES, REPORT_LAPSES } from "./deadlines.ts";
export { dropReportDraft } from "./dropReportDraft/dropReportDraft.ts";
export {
  type CaseDecided,
  decidedOf,
  decideFindings,
  type FindingDecided,
  FoundShape,
  toFound,
} from "./eachFinding.ts";
export { EvidenceShape, faultWords, type Purpose, purposes, type RefusedAs } from "./evidence/index.ts";
export { findReportable } from "./findReportable.ts";
export { awaitOldDevice, type CoreParcel, isSecured, takeOldDevice } from "./followCore.ts";
export {
  causes,
  type Findings,
  FindingsBody,
  FurtherFinding,
  type Incident,
  IncidentBody,
  isGone,
  MOST_FURTHER,
  Parts,
  parts,
} from "./incident.ts";
export { keepReportDraft } from "./keepReportDraft/keepReportDraft.ts";
export { listAppeals, listClaimAppeals, showAppeal } from "./listAppeals.ts";
export { listClaims } from "./listClaims.ts";
export { listEvidence } from "./listEvidence.ts";
export { listMails } from "./listMails.ts";
export { listMessages } from "./listMessages.ts";
export { listNotes } from "./listNotes.ts";
export { listOverrides } from "./listOverrides.ts";
export { listReportDrafts } from "./listReportDrafts.ts";
export { listSignals } from "./listSignals.ts";
export { BRINGS } from "./listStore.ts";
export { listWaiting } from "./listWaiting.ts";
export {
  type LockedCase,
  lockCase,
  lockClaim,
  moveClaim,
  openingCase,
  openingClaim,
  ownCase,
  ownClaim,
} from "./lockClaim.ts";
export { ANSWER_ABOVE, replyAddressOf } from "./mailIn/index.ts";
export { mailPlugin } from "./mailPlugin.ts";
export { mailReportDraft } from "./mailReportDraft/mailReportDraft.ts";
export { markMessagesRead } from "./markMessagesRead/markMessagesRead.ts";
export { type Message, MessageShape, messageByNo } from "./messages/index.ts";
export { type NextStep, nextStepOf } from "./nextStep.ts";
export {
  ANSWER_DAYS,
  answerVerification,
  askVerification,
  checklistFor,
  FILM_DAYS,
  listVerifications,
  receiveVerification,
  showVerification,
  submitVerification,
  type Verification,
  VerificationShape,
  verificationByNo,
  verificationDecisionsOf,
  verificationId,
  verificationsByNo,
  withdrawVerification,
} from "./ofVerifications.ts";
export { openClaim } from "./openClaim/openClaim.ts";
export { overrideClaim } from "./overrideClaim/overrideClaim.ts";
export { grantedOn, OverrideShape, overrideReasons, overrideStates, withGranted } from "./overrides/index.ts";
export { payClaim } from "./payClaim/payClaim.ts";
export { awaitPayment, PAYMENT_LAPSES, PAYMENT_REMINDS } from "./paymentDeadline.ts";
export { letUnitGo, movePlanAt, movesOfClaim } from "./planMoves.ts";
export {
  type Answer,
  askQuestion,
  type MismatchKind,
  mismatchKinds,
  QuestionShape,
  sendBack,
  takeBackQuestion,
} from "./questions/index.ts";
export {
  insertQuote,
  type Quote,
  type QuoteLine,
  QuoteShape,
  quoteByNo,
  quotesOfClaim,
  toQuote,
} from "./quotes/index.ts";
export { readClaim } from "./readClaim.ts";
export { readReportDraft } from "./readReportDraft.ts";
export { receiveMail } from "./receiveMail.ts";
export { recordActivity } from "./recordActivity/recordActivity.ts";
export { refuse as refuseClaim } from "./refusals.ts";
export { rejectMail } from "./rejectMail/rejectMail.ts";
export {
  DRAFT_DAYS,
  deviceOfDraftLink,
  draftLinkId,
  draftOf,
  OWNERS_DRAFT,
  type ReportDraftView,
} from "./reportDrafts/index.ts";
export { AddressBody, reporterOf } from "./reporterOf.ts";
export { type Route, routes } from "./routes.ts";
export { seeSignal } from "./seeSignal/seeSignal.ts";
export { sendMessage } from "./sendMessage/sendMessage.ts";
export { evidencePlugin } from "./serveEvidence.ts";
export { settleAppeal } from "./settleAppeal/settleAppeal.ts";
export { settleMessages } from "./settleMessages/settleMessages.ts";
export { settleOverride } from "./settleOverride/settleOverride.ts";
export { shareEvidence } from "./shareEvidence/shareEvidence.ts";
export { showChoices } from "./showChoices.ts";
export { showFacts } from "./showFacts.ts";
export { showMail } from "./showMail.ts";
export { SignalShape, signalKinds } from "./signals/index.ts";
export { type ClaimRow, claimsByNo, claimsOfDevice, switchClaimChannel } from "./store.ts";
export { type Swept, sweepEvidence } from "./sweepEvidence.ts";
export { takeBackWaiver } from "./takeBackWaiver/takeBackWaiver.ts";
export { type EvidenceTold, takeEvidence } from "./takeEvidence.ts";
export { termsOfCase } from "./termsOfCase.ts";
export { bringsUnit, promisedBy, type SlotsChanged, slotsAfter, slotsOf, slotsSpent } from "./usesOfCase.ts";
export { viewAsOwner } from "./viewAsOwner/viewAsOwner.ts";
export { endOfDays, isOver, waitingDaysOf } from "./waitingDays.ts";
export { waiveSendBack } from "./waiveSendBack/waiveSendBack.ts";
export { withdrawAppeal } from "./withdrawAppeal/withdrawAppeal.ts";
export { withdrawClip, withdrawEvidence } from "./withdrawEvidence/withdrawEvidence.ts";
export { withdrawQuestion } from "./withdrawQuestion/withdrawQuestion.ts";

/** Cases, from the report of a damage to the close. */
export const claims: Module = {
  name: "claims",
  routes: [
    ...ofReports.routes,
    ...ofCases.routes,
    ...ofEvidence.routes,
    ...ofVerifications.routes,
    ...ofMessages.routes,
    ...ofReview.routes,
    ...ofMail.routes,
  ],
  jobs: [...jobs, ...ofEvidence.jobs, ...ofReview.jobs, ...ofMail.jobs, ...ofVerifications.jobs],
  reactions: [
    ...reactions,
    ...ofEvidence.reactions,
    ...ofReview.reactions,
    ...ofMail.reactions,
    ...ofVerifications.reactions,
  ],
  deadlines: [
    ...ofCases.deadlines,
    ...ofEvidence.deadlines,
    ...ofReports.deadlines,
    ...ofReview.deadlines,
    ...ofVerifications.deadlines,
  ],
  ownIds: async (db) => [...(await ownClaimIds(db)), ...(await ownVerificationIds(db))],
};
