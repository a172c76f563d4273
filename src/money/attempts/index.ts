export { type AttemptKey, type AttemptState, eventOf, prefixOf, readAttemptKey } from "./attempt.ts";
export { noteCall } from "./attemptStore.ts";
export { noteOutcome, recordOutcome } from "./recordOutcome.ts";
export { resolveAttempt } from "./resolveAttempt.ts";
export { startAttempt, type Try } from "./startAttempt.ts";
