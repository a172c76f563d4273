export { countryChoices, isCountry } from "./countries.ts";
export { needsCard } from "./needsCard.ts";
export { holdTryOf, isUnderway, paymentStateOf, paymentStepOf } from "./paymentState.ts";
export { asReceipt } from "./receiptSteps.ts";
export { reasonOf, refundSides, refundSteps, sentReason } from "./refundSides.ts";
export { refusalOf } from "./refusalOf.ts";
export { seenPrice } from "./seenPrice.ts";
export { taxName } from "./taxName.ts";
export { type WithdrawalRight, withdrawalRight } from "./withdrawalRight.ts";
