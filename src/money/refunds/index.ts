export { type CapturedHold, capturedHold, promiseHoldBack } from "./capturedHoldStore.ts";
export { completeRefund } from "./completeRefund.ts";
export { giveCreditBack, lockCredit } from "./creditReturnStore.ts";
export { goesBackByHand } from "./goesBackByHand.ts";
export type { GoodsWanted } from "./goodsLines.ts";
export { latePenalty } from "./latePenalty.ts";
export { lockRefund } from "./lockRefund.ts";
export { ownRefund } from "./ownRefund.ts";
export { ownThings } from "./ownThings.ts";
export { balanceRoom, type Payable, payableNow } from "./payable.ts";
export { payOutAccount } from "./payOutAccount.ts";
export { promiseRefund } from "./promiseRefund.ts";
export {
  type Refund,
  RefundDetails,
  RefundSchema,
  type RefundView,
  refundId,
  refundKinds,
  refundMeans,
  refundStates,
  refundView,
  repayMeans,
  unsettledOf,
} from "./refund.ts";
export { leftOfCharge, type RefundableCharge, type RefundableSale } from "./refundable.ts";
export { refundFallsDue, refundWarns } from "./refundDue.ts";
export { type GoodsRefund, refundGoods } from "./refundGoods.ts";
export { needsSecondPerson, readRefundLimits } from "./refundLimit.ts";
export { refundMatter } from "./refundMatter.ts";
export { payerOf } from "./refundPostings.ts";
export {
  endSale,
  linesOfCharge,
  lockSales,
  saleOfContract,
  salesOfCharge,
} from "./refundSaleStore.ts";
export {
  isFor,
  LINE_SETTLED,
  openRefundTry,
  paidCharge,
  promiseBack,
  REFUND,
  refundOf,
  refundSeen,
  takeUp,
} from "./refundStore.ts";
export { type NewRefund, requestRefund } from "./requestRefund.ts";
export { saveRefundDecision } from "./saveRefundDecision.ts";
export { settleByDispute } from "./settleByDispute.ts";
export { leftOf, splitSale } from "./splitSale.ts";
export { startRefundTry } from "./startRefundTry.ts";
export { takeParts } from "./takeParts.ts";
export { taxesLeft } from "./taxesLeft.ts";
