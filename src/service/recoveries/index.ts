export {
  AgreementBody,
  AgreementSchema,
  agreementView,
} from "./agreement.ts";
export { pageOfAgreements, setAgreement as saveAgreement } from "./agreementStore.ts";
export { type ClosedCase, findRecoveries } from "./findRecoveries.ts";
export { listRecoveries, showPack, showRecovery } from "./listRecoveries.ts";
export { lockRecovery, supplierRoot } from "./lockRecovery.ts";
export {
  type Recovery,
  RecoverySchema,
  type RecoveryState,
  recoveryId,
  recoveryStates,
  recoveryView,
} from "./recovery.ts";
export { RECOVERY_ANSWER, RECOVERY_DUE, RECOVERY_WARNS, recoveryDeadlines } from "./recoveryDeadlines.ts";
export { recoveryPack } from "./recoveryPack.ts";
export { answerRow, payRow, recoveryOf, sendRow } from "./recoveryStore.ts";
