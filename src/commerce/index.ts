import type { Witness } from "../money/index.ts";
import type { Module } from "../platform/index.ts";
import { codeJobs, codeReactions, codeRoutes } from "./codeRoutes.ts";
import { codes, codeTies } from "./codeTieStore.ts";
import { invoicing } from "./invoicing.ts";
import { ordering } from "./orderRoutes.ts";
import { ownOrderIds } from "./ownOrderIds.ts";
import { delivering } from "./parcelRoutes.ts";
import { promiseNow } from "./promises/index.ts";
import { reactions } from "./reactions.ts";
import { resellerOf, resellerRoutes } from "./resellers/index.ts";
import { toolJobs, toolReactions, toolRoutes } from "./resellerTools.ts";
import { lockOrder, lockOrders } from "./store.ts";
import { lockSupplierOrder } from "./supplierOrders/index.ts";

export { activateMany } from "./activateMany/activateMany.ts";
export { answerWithdrawal } from "./answerWithdrawal/answerWithdrawal.ts";
export { askEligibility } from "./askEligibility/askEligibility.ts";
export { listSettledCodes, listSettlement, reissueCode, resendCodes } from "./codeRoutes.ts";
export { delaysOf } from "./delays/index.ts";
export { type DeliveryTerms, deliveryOptionsFor, deliveryTermsOf } from "./deliveries/index.ts";
export { feedsPlugin } from "./feeds/feedsPlugin.ts";
export {
  type Information,
  InformationSchema,
  type InformationView,
  informationOf,
  informationView,
  type OrderShown,
  orderShown,
  showInformation,
} from "./information/index.ts";
export {
  InvoiceSchema,
  type InvoiceView,
  invoicePlugin,
  issueInvoices,
  listInvoices,
  listOrderInvoices,
  paperOf,
  registerFonts,
  setText,
} from "./invoices/index.ts";
export { makeCodeFile } from "./makeCodeFile/makeCodeFile.ts";
export {
  type CodeLine,
  codeLines,
  type DeliveryOption,
  type GoodsLine,
  goodsLines,
  type Order,
  type OrderLine,
} from "./order.ts";
export {
  cancelOrder,
  listDeliveryRules,
  listOrders,
  payOrder,
  placeOrder,
  priceCart,
  returnCodes,
  revealCodes,
  setDeliveryRules,
  showOrder,
} from "./orderRoutes.ts";
export { OrderSchema, type OrderView, orderView } from "./orderView.ts";
export {
  answerDelay,
  answerSupplierOrder,
  bookParcel,
  handOverParcel,
  keepHoliday,
  listHolidays,
  listParcels,
  listPickupPoints,
  listSupplierOrders,
  receiveSupplierOrder,
  settleParcel,
  showDelivery,
  showParcel,
  showSupplierOrder,
} from "./parcelRoutes.ts";
export { type Parcel, parcelOf } from "./parcels/index.ts";
export {
  addReseller,
  answerBalanceCorrection,
  askBalanceCorrection,
  createTeamKey,
  demoReseller,
  editReseller,
  endReseller,
  keepTeamMember,
  listCorrections,
  listResellers,
  listTeam,
  listTeamKeys,
  payOutReseller,
  type Reseller,
  removeFromTeam,
  resellerOf,
  resumeReseller,
  revokeTeamKey,
  saveNewReseller,
  showReseller,
  showStatement,
  statementsPlugin,
  suspendReseller,
  topUpBalance,
} from "./resellers/index.ts";
export {
  addShop,
  changeShop,
  listShopMessages,
  listShops,
  retryShopMessage,
  saleOf,
  shopsPlugin,
  testShop,
} from "./shops/index.ts";
export { listSoldCodes, showSoldCode, voidSoldCodes } from "./soldCodes/index.ts";
export { orderOf } from "./store.ts";
export { supplierOrderOf, wantedOf } from "./supplierOrders/index.ts";
export {
  type OrderTax,
  orderTax,
  type TaxSum,
  type TaxTreatment,
  taxedPrice,
  taxSums,
  taxWords,
  UNION,
} from "./taxes/index.ts";
export { tellWithdrawal } from "./tellWithdrawal/tellWithdrawal.ts";
export { askVatNumber, demandVatForm, vatNumberOf, wantProof } from "./vatNumbers/index.ts";
export {
  listWithdrawals,
  mayWithdraw,
  type WithdrawalView,
  withdrawalEnds,
  withdrawalsOf,
  withdrawalView,
} from "./withdrawals/index.ts";

/** Orders and the delivery of their codes. */
export const commerce: Module & Witness = {
  name: "commerce",
  codes,
  codeTies,
  routes: [
    ...ordering.routes,
    ...resellerRoutes,
    ...invoicing.routes,
    ...toolRoutes,
    ...codeRoutes,
    ...delivering.routes,
  ],
  jobs: [...ordering.jobs, ...invoicing.jobs, ...toolJobs, ...codeJobs, ...delivering.jobs],
  reactions: [
    ...[...reactions, ...invoicing.reactions, ...toolReactions, ...codeReactions],
    ...delivering.reactions,
  ],
  deadlines: [...ordering.deadlines, ...invoicing.deadlines, ...delivering.deadlines],
  ownIds: ownOrderIds,
  customerGroupOf: async (db) =>
    db.caller.reseller === undefined
      ? undefined
      : (await resellerOf(db, db.caller.reseller.id))?.customerGroup,
  promiseOf: promiseNow,
  lockRoot: async (tx, rootId) => (await lockOrder(tx, rootId)) !== undefined,
  lockRoots: async (tx, rootIds) => (await lockOrders(tx, rootIds)).map(({ orderId }) => orderId),
  lockSeldomRoot: async (tx, rootId) => (await lockSupplierOrder(tx, rootId)) !== undefined,
};
