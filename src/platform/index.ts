export { type Act, act, type Read, type ReadContext, type Route, type RouteShape, read } from "./act.ts";
export { PROBLEM_TYPE } from "./answerError.ts";
export { type Caller, type Role, systemCaller, type TeamRole, teamRoles } from "./caller.ts";
export { type CentreAddress, SAMPLE_CENTRE } from "./centreAddress.ts";
export { hasRightChecks, remainder97 } from "./checkDigits.ts";
export { type Clock, openTestClock, systemClock, type TestClock } from "./clock.ts";
export { type Config, type Flags, readConfig, readOwnConfig } from "./config.ts";
export { createPlatform, type World } from "./createPlatform.ts";
export { CSV_TYPE, csvOf } from "./csv.ts";
export {
  type Database,
  effect,
  many,
  maybeOne,
  one,
  openDatabase,
  type Queryable,
} from "./database.ts";
export { type Deadline, type DeadlineKind, deadlinesOf } from "./deadline.ts";
export { advanceTestClock, runDue } from "./deadlineRunner.ts";
export { accepted, allRefusals, type Decision, type Refusal, type Refuse, refusals } from "./decision.ts";
export { demandRoomToSell } from "./disk.ts";
export { type DomainEvent, eventsBefore, eventsOf, type RecordedEvent } from "./event.ts";
export { eventFeed, feed, outsideType } from "./eventFeed.ts";
export { failPoint } from "./failPoint.ts";
export { examineApart } from "./files/examineApart.ts";
export {
  type Examined,
  type FileFault,
  type FileKind,
  fileFaults,
  fileKinds,
} from "./files/examined.ts";
export { type FileRoom, type Files, type KeptBytes, newFileName } from "./files/files.ts";
export { serveHealth } from "./health.ts";
export { type Authenticate, createHttp, isProvedLater } from "./http.ts";
export { fingerprintOf, type IdempotencyKey } from "./idempotency.ts";
export { type IdPrefix, newId, publicId, readPublicId } from "./ids.ts";
export { inLanes } from "./inLanes.ts";
export { type Along, type Faults, type Job, type Jobs, type Reaction, reaction } from "./job.ts";
export { type KeptMail, listMail, readMail } from "./keptMail.ts";
export { lockRoot, lockRoots } from "./lockRoot.ts";
export { createLog, type Log } from "./log.ts";
export type { MailAttachment } from "./mailMessage.ts";
export type { Module } from "./module.ts";
export { serveTestClock } from "./moveTestClock.ts";
export { openWorld } from "./openWorld.ts";
export { pageOfRoots } from "./pageOfRoots.ts";
export { answer, type Performed, type PerformOptions, perform } from "./perform.ts";
export type { Platform } from "./platform.ts";
export {
  badField,
  type Fault,
  keyNotValid,
  notFound,
  Problem,
  type ProblemDocument,
  refusalDocument,
  wrongCursor,
} from "./problem.ts";
export { type ProblemCode, problemCodes } from "./problemCodes.ts";
export { type ReachedDatabase, reachDatabase, reachWorld } from "./reachDatabase.ts";
export {
  Country,
  Day,
  Email,
  IdParams,
  Instant,
  line,
  MinorUnits,
  Money,
  Month,
  type Page,
  PageQuery,
  page,
  ReceiptSchema,
  Serial,
  shape,
} from "./schema.ts";
export { openText, sealText } from "./sealText.ts";
export { SAMPLE_SELLER, type Seller } from "./seller.ts";
export { sendMissedAgain } from "./sendMissedAgain.ts";
export { SECRET_SETTINGS, SETTINGS } from "./settings.ts";
export { StartupProblem } from "./startupProblem.ts";
export { Rollback, type Tx, transact } from "./transact.ts";
export { until, wakeRoot, waking } from "./until.ts";
export { vatNumberFault, vatPrefixOf } from "./vatForm.ts";
export { within } from "./within.ts";
