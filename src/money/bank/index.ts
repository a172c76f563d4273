export { allocateCredit, NOWHERE } from "./allocateCredit.ts";
export { type BankCredit, CreditSchema, creditIdOf, creditView } from "./credit.ts";
export { creditOf, insertCredit, pageOfCredits } from "./creditStore.ts";
export { giveUpTransfer } from "./giveUpTransfer.ts";
export { chargeNamed, chargesMeant, matchCredit } from "./matchCredit.ts";
