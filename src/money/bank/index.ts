export { allocateCredit, NOWHERE } from "./allocateCredit.ts";
export { creditOf, insertCredit, pageOfCredits } from "./bankStore.ts";
export { type BankCredit, CreditSchema, creditIdOf, creditView } from "./credit.ts";
export { giveUpTransfer } from "./giveUpTransfer.ts";
export { chargeNamed, chargesMeant, matchCredit } from "./matchCredit.ts";
