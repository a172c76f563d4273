import type {
  answerVerification,
  askVerification,
  listVerifications,
  receiveVerification,
  showVerification,
  submitVerification,
  withdrawClip,
  withdrawVerification,
} from "../claims/index.ts";

/** Late enrolment: showing a device whose time for a plan is over. */
export interface VerificationActs {
  readonly askVerification: typeof askVerification;
  readonly listVerifications: typeof listVerifications;
  readonly showVerification: typeof showVerification;
  readonly submitVerification: typeof submitVerification;
  readonly receiveVerification: typeof receiveVerification;
  readonly answerVerification: typeof answerVerification;
  readonly withdrawVerification: typeof withdrawVerification;
  readonly withdrawClip: typeof withdrawClip;
}
