export { type AttemptKey, type AttemptState, eventOf, prefixOf, readAttemptKey } from "./attempt.ts";
export { noteOutcome, recordOutcome } from "./recordOutcome.ts";
export { startAttempt, type Try } from "./startAttempt.ts";
