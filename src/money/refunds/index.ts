export { completeRefund } from "./completeRefund.ts";
export { goesBackByHand } from "./goesBackByHand.ts";
export { latePenalty } from "./latePenalty.ts";
export { lockRefund } from "./lockRefund.ts";
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
} from "./refund.ts";
export { leftOfCharge, type RefundableCharge, type RefundableSale } from "./refundable.ts";
export { refundFallsDue, refundWarns } from "./refundDue.ts";
export { needsSecondPerson, readRefundLimits } from "./refundLimit.ts";
export { refundMatter } from "./refundMatter.ts";
export {
  endSale,
  linesOfCharge,
  lockSales,
  saleOfContract,
  salesOfCharge,
} from "./refundSaleStore.ts";
export { openRefundTry, paidCharge, promiseBack, REFUND, refundOf, takeUp } from "./refundStore.ts";
export { type NewRefund, requestRefund } from "./requestRefund.ts";
export { saveRefundDecision } from "./saveRefundDecision.ts";
export { settleByDispute } from "./settleByDispute.ts";
export { leftOf, splitSale } from "./splitSale.ts";
export { startRefundTry } from "./startRefundTry.ts";
export { taxesLeft } from "./taxesLeft.ts";
