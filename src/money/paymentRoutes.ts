import type { Module } from "../platform/index.ts";
import { assignCredit } from "./assignCredit/assignCredit.ts";
import { bookCredits } from "./bookCredits/bookCredits.ts";
import { listCharges } from "./listCharges/listCharges.ts";
import { listCredits } from "./listCredits/listCredits.ts";
import { listReceivables } from "./listReceivables/listReceivables.ts";
import { showCharge } from "./showCharge/showCharge.ts";

export { assignCredit, bookCredits, listCharges, listCredits, listReceivables, showCharge };

/** All that may be asked of charges and of what comes to our bank from outside. */
export const paymentRoutes: Module["routes"] = [
  listCharges,
  showCharge,
  listReceivables,
  listCredits,
  bookCredits,
  assignCredit,
];
