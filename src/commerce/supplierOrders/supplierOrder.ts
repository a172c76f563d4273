import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";

/**
 * Gathered until its day's cut-off, then sent. Its supplier says when it comes, that it comes later than was
 * promised, or that it cannot; it arrives. Cancelled: nobody waits for any of it any more.
 */
export const supplierOrderStates = [
  ...(["gathering", "sent", "confirmed", "late", "failed", "arrived", "cancelled"] as const),
] as const;
export type SupplierOrderState = (typeof supplierOrderStates)[number];

/** Pieces of a line of an order of ours. */
export interface SupplierLine {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sku: string;
  /** What the supplier calls it; null where it is not in its list any more. */
  readonly supplierKey: string | null;
  readonly name: string;
  readonly quantity: number;
  readonly cancelledQuantity: number;
  /** `2026-06-30` */
  readonly promisedOn: string;
}

/** What is ordered of a supplier on one of its working days, as it is stored. */
export interface SupplierOrder {
  readonly supplierOrderId: string;
  readonly supplier: string;
  readonly supplierName: string;
  readonly email: string | null;
  readonly orderedOn: Temporal.PlainDate;
  readonly state: SupplierOrderState;
  readonly closesAt: Temporal.Instant;
  readonly contactId: string | null;
  readonly sentAt: Temporal.Instant | null;
  readonly answers: number;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredBy: string | null;
  readonly expectedOn: Temporal.PlainDate | null;
  readonly reason: string | null;
  readonly arrivedAt: Temporal.Instant | null;
  readonly lines: readonly SupplierLine[];
}

const At = Type.Union([Instant, Type.Null()]);
const Text = Type.Union([Type.String(), Type.Null()]);

/** A supplier order as it is shown. */
export const SupplierOrderSchema = shape({
  id: Type.String(),
  supplier: Type.String(),
  supplierName: Type.String(),
  email: Text,
  orderedOn: Day,
  state: Type.Enum([...supplierOrderStates]),
  closesAt: Instant,
  sentAt: At,
  answeredAt: At,
  answeredBy: Text,
  expectedOn: Type.Union([Day, Type.Null()]),
  reason: Text,
  arrivedAt: At,
  /** Pieces that are still wanted, and the first day one of them was promised. */
  pieces: Type.Integer(),
  promisedOn: Type.Union([Day, Type.Null()]),
  lines: Type.Array(
    shape({
      order: Type.String(),
      no: Type.Integer(),
      sku: Type.String(),
      supplierKey: Text,
      name: Type.String(),
      quantity: Type.Integer(),
      cancelled: Type.Integer(),
      promisedOn: Day,
    }),
  ),
});
export type SupplierOrderView = Static<typeof SupplierOrderSchema>;

/** The pieces of a line that are still wanted. */
export function wantedOf({
  quantity,
  cancelledQuantity,
}: Pick<SupplierLine, "quantity" | "cancelledQuantity">): number {
  return quantity - cancelledQuantity;
}

/** A supplier order as it is shown. */
export function supplierOrderView(order: SupplierOrder): SupplierOrderView {
  const { supplier, supplierName, email, state, reason, answeredBy, lines } = order;
  const wanted = lines.filter((line) => wantedOf(line) > 0);
  return {
    id: publicId("sor", order.supplierOrderId),
    ...{ supplier, supplierName, email, state, reason, answeredBy },
    orderedOn: order.orderedOn.toString(),
    closesAt: order.closesAt.toString(),
    sentAt: order.sentAt?.toString() ?? null,
    answeredAt: order.answeredAt?.toString() ?? null,
    expectedOn: order.expectedOn?.toString() ?? null,
    arrivedAt: order.arrivedAt?.toString() ?? null,
    pieces: wanted.reduce((sum, line) => sum + wantedOf(line), 0),
    promisedOn: wanted.map(({ promisedOn }) => promisedOn).toSorted()[0] ?? null,
    lines: lines.map(({ orderId, lineNo, cancelledQuantity, ...line }) => ({
      order: publicId("ord", orderId),
      no: lineNo,
      ...line,
      cancelled: cancelledQuantity,
    })),
  };
}
