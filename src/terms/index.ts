/**
 * Terms documents: read, checked, compiled, decided, explained. Pure; runs in a browser as it does on a
 * server.
 */
export { factsAnswered, fieldsDue, type Question } from "./asking/factsAnswered.ts";
export { checkTerms } from "./checking/checkTerms.ts";
export {
  type CombinedFindings,
  combineFindings,
  type DecidedFinding,
  type FindingWay,
} from "./choosing/combineFindings.ts";
export { type PickedVersion, pickVersion } from "./choosing/pickVersion.ts";
export type { Answer, Verdict as ReplayVerdict } from "./comparing/answers.ts";
export { type DataChange, type DiffOptions, diffTerms, type TermsDifference } from "./comparing/diffTerms.ts";
export type { Direction } from "./comparing/edits.ts";
export type { ClassChange } from "./comparing/effectSearch.ts";
export type { EffectLayer } from "./comparing/effects.ts";
export type { MoneyMoved } from "./comparing/moneyMoved.ts";
export type { EditEffect, ReplayCase, ReplayReport, ReplayRow } from "./comparing/replay.ts";
export { type ReplayOptions, replayTerms } from "./comparing/replayTerms.ts";
export type { IdFinding, TextChange, TextLayer } from "./comparing/textChanges.ts";
export type { CompileOptions } from "./compiling/compileTerms.ts";
export {
  type Annex,
  type ClauseText,
  type Decision,
  decisions,
  type Example,
  type Expectation,
  type Layer,
  type Region,
  type Route,
  type Source,
  type TermsDocument,
} from "./document.ts";
export { engine } from "./engine.ts";
export type * from "./facts.ts";
export type { FactInfo, Supplier } from "./factTypes.ts";
export type { Finding } from "./finding.ts";
export { assemble, type DocumentKind, kindOf, type Layers } from "./layering/layers.ts";
export { sayingsOf, translateReceipt } from "./layering/translateReceipt.ts";
export { asInAnnex, withAnnexes } from "./layering/withAnnexes.ts";
export { withStatutes } from "./layering/withStatutes.ts";
export { exponentOf, isCurrency, minorUnits, printMoney } from "./money.ts";
export { packTerms } from "./packing/packTerms.ts";
export { type UnpackedTerms, unpackTerms } from "./packing/unpackTerms.ts";
export { type PlanMoves, planMoves } from "./planMoves.ts";
export { type PrintOptions, printTerms } from "./printing/printTerms.ts";
export { exampleBlock } from "./proving/exampleBlock.ts";
export { type MutationScore, mutationScore, type Survivor } from "./proving/mutationScore.ts";
export { type ProposedExample, proposeExamples } from "./proving/proposeExamples.ts";
export { factProblems } from "./reading/factValues.ts";
export { readTerms } from "./reading/readTerms.ts";
export type * from "./receipt.ts";
export {
  type AuditedClause,
  type AuditedFact,
  type AuditRecord,
  forAuditor,
} from "./rendering/forAuditor.ts";
export { forFindings } from "./rendering/forFindings.ts";
export { forOwner } from "./rendering/forOwner.ts";
export { type CardLine, cardText, forStaff } from "./rendering/forStaff.ts";
export type { ReceiptWords } from "./rendering/words.ts";
export type * from "./terms.ts";
export { type ExampleResult, testTerms } from "./testTerms.ts";
export { isWorkingDay, workingDayAfter, workingDayFrom } from "./time/calendar.ts";
export { formatDay, parseDay } from "./time/civil.ts";
export { type Zone, zoneNamed } from "./time/zone.ts";
export { vocabulary } from "./vocabulary.ts";
export { compileTerms } from "./writing/compileWritten.ts";
