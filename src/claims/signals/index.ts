export { judgeSignals, type OtherCase, type SignalFacts } from "./judgeSignals.ts";
export { signalJobs, signalReactions } from "./lookForSignals.ts";
export { refuse as refuseSignal } from "./refusals.ts";
export {
  type Signal,
  type SignalKind,
  type SignalRaised,
  SignalShape,
  signalKinds,
  toSignal,
} from "./signal.ts";
export { insertSignal, markSeen, signalsOfClaim } from "./signalStore.ts";
