export { type Delay, type DelayedLine, type DelayState, delayStates } from "./delay.ts";
export { cancelLinePieces, delaysOf, lostArrivals, lostDelays, saveChoice } from "./delayStore.ts";
export { deliveryBack } from "./deliveryBack.ts";
export { giveUpGoods } from "./giveUpGoods.ts";
export { giveUpPieces } from "./giveUpPieces.ts";
export { showDelivery } from "./showDelivery.ts";
export { type DeclinedGoods, takeUpGoods } from "./takeUpGoods.ts";
export { tellLateOrder, wantArrived } from "./tellLate.ts";
