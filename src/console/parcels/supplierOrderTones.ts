import type { Tone } from "../parts/stateBadge.tsx";
import type { SupplierOrder } from "./parcelQueries.ts";

/** What each state of a supplier order means to whoever keeps the shelf. */
export const supplierOrderTones: Readonly<Record<SupplierOrder["state"], Tone>> = {
  ...{ gathering: "waiting", sent: "needs", confirmed: "waiting", late: "problem", failed: "problem" },
  ...{ arrived: "ok", cancelled: "over" },
};
