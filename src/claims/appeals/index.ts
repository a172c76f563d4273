export {
  type Appeal,
  AppealShape,
  appealId,
  type RightOutcome,
  rightOutcomes,
  SaidText,
  toAppeal,
} from "./appeal.ts";
export { APPEAL_DUE, appealDue, dueOf } from "./appealDue.ts";
export {
  appealsOfDevice,
  decidersOfClaim,
  decisionsOfClaim,
  endAppeal,
  insertAppeal,
  pageOfAppeals,
} from "./appealStore.ts";
export { grantByAppeal } from "./grantByAppeal.ts";
export { lockAppeal } from "./lockAppeal.ts";
export { thaw } from "./thaw.ts";
export { timeGivenBack } from "./timeAfter.ts";
