import type { listWarrantyRules, setWarrantyRules, showWarranty, tellWarranty } from "../contracts/index.ts";
import type {
  answerRecovery,
  listAgreements,
  listRecoveries,
  previewWarranty,
  sendRecovery,
  setAgreement,
  settleRecoveries,
  showPack,
  showRecovery,
} from "../service/index.ts";

/** What concerns warranties of record, and what suppliers owe. */
export interface WarrantyActs {
  readonly showWarranty: typeof showWarranty;
  readonly tellWarranty: typeof tellWarranty;
  readonly previewWarranty: typeof previewWarranty;
  readonly listWarrantyRules: typeof listWarrantyRules;
  readonly setWarrantyRules: typeof setWarrantyRules;
  readonly listRecoveries: typeof listRecoveries;
  readonly showRecovery: typeof showRecovery;
  readonly showPack: typeof showPack;
  readonly sendRecovery: typeof sendRecovery;
  readonly answerRecovery: typeof answerRecovery;
  readonly settleRecoveries: typeof settleRecoveries;
  readonly listAgreements: typeof listAgreements;
  readonly setAgreement: typeof setAgreement;
}
