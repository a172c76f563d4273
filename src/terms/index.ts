/**
 * Terms documents: read, checked, compiled, decided, explained. Pure; runs in a browser as it does on a
 * server.
 */
export { checkTerms } from "./checking/checkTerms.ts";
export { compileTerms } from "./compiling/compileTerms.ts";
export type {
  ClauseText,
  Decision,
  Example,
  Expectation,
  Region,
  Route,
  Source,
  TermsDocument,
} from "./document.ts";
export type * from "./facts.ts";
export type { FactInfo, Supplier } from "./factTypes.ts";
export type { Finding } from "./finding.ts";
export { exponentOf, isCurrency, minorUnits, printMoney } from "./money.ts";
export { printTerms } from "./printing/printTerms.ts";
export { factProblems } from "./reading/factValues.ts";
export { readTerms } from "./reading/readTerms.ts";
export type * from "./receipt.ts";
export type * from "./terms.ts";
export { type ExampleResult, testTerms } from "./testTerms.ts";
export { vocabulary } from "./vocabulary.ts";
