import { type Static, Type } from "typebox";
import { Country, Email, Instant, line, shape } from "../../platform/index.ts";

/** Who sends us goods, as it is stored. */
export interface Supplier {
  /** Short, in small letters; stands before its keys in SKUs made from them. */
  readonly supplier: string;
  readonly name: string;
  readonly country: string;
  readonly email: string | null;
  /** Its warehouse's clock, IANA. */
  readonly zone: string;
  /** `HH:MM` of that clock: an order after it counts for the next working day. */
  readonly cutOff: string;
  readonly createdAt: Temporal.Instant;
}

/** A supplier as it is shown, and, but for `createdAt`, as it is added. */
export const SupplierSchema = shape({
  supplier: Type.String({ pattern: "^[a-z][a-z0-9-]{0,29}$" }),
  name: line(120),
  country: Country,
  email: Type.Union([Email, Type.Null()]),
  zone: Type.String({ minLength: 1, maxLength: 60 }),
  cutOff: Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
  createdAt: Instant,
});
export type SupplierView = Static<typeof SupplierSchema>;

/** A supplier as it is shown. */
export function supplierView({ createdAt, ...rest }: Supplier): SupplierView {
  return { ...rest, createdAt: createdAt.toString() };
}
