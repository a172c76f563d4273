export { grouped, nearReferences, referenceIn, referenceOf } from "./creditorReference.ts";
export type { Receivable } from "./receivable.ts";
export {
  chargesByReference,
  insertReceivable,
  insertReference,
  pageOfReceivables,
  paidSoFar,
  payReceivable,
  receivableOf,
} from "./referenceStore.ts";
