export { bookLostDispute } from "./bookLostDispute.ts";
export {
  type Dispute,
  DisputeSchema,
  type DisputeState,
  disputeStates,
  disputeView,
} from "./dispute.ts";
export { mayEndDispute, mayOpenDispute } from "./disputeSteps.ts";
export {
  chargeOfPayment,
  DISPUTE,
  disputeNamed,
  disputeOf,
  lostUnsettled,
  otherDisputes,
  pageOfDisputes,
} from "./disputeStore.ts";
export { type DisputeTold, noteDispute } from "./noteDispute.ts";
export { noteProviderDispute, type ProviderDispute } from "./noteProviderDispute.ts";
