export { allocateCredit, NOWHERE } from "./allocateCredit.ts";
export { type BankCredit, CreditSchema, creditIdOf, creditStates, creditView } from "./credit.ts";
export { creditOf, insertCredit, notePaidOut, pageOfCredits } from "./creditStore.ts";
export { giveUpTransfer } from "./giveUpTransfer.ts";
export { chargeNamed, chargesMeant, matchCredit } from "./matchCredit.ts";
