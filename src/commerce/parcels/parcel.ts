import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";

/** Wanted until its carrier has taken it on; handed over until it is known what became of it. */
export const parcelStates = [
  ...(["wanted", "booked", "handed_over", "delivered", "lost", "returned", "cancelled"] as const),
] as const;
export type ParcelState = (typeof parcelStates)[number];

/** Pieces of a line of its order. */
export interface ParcelLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
}

/**
 * How a person saw to it: to what a lost one or one that came back had in it; `seen_to`: to one that was
 * cancelled, and that its carrier had all the same.
 */
export const settlements = ["sent_again", "paid_back", "seen_to"] as const;
export type Settled = (typeof settlements)[number];

/** A parcel as it is stored, on its order. */
export interface Parcel {
  readonly orderId: string;
  readonly no: number;
  readonly state: ParcelState;
  readonly carrier: string;
  readonly delivery: "home" | "pickup";
  readonly pickupPoint: string | null;
  readonly country: string;
  readonly weightGrams: number;
  /** What it waited for; null for what was in stock. */
  readonly supplierOrderId: string | null;
  /** Sent again in place of another. */
  readonly insteadOfNo: number | null;
  readonly tracking: string | null;
  readonly trackingUrl: string | null;
  readonly label: string | null;
  readonly wantedAt: Temporal.Instant;
  readonly bookedAt: Temporal.Instant | null;
  readonly handedOverAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  readonly settled: Settled | null;
  /** Why the last try to book it, or to give up its booking, failed; null while one is open or was done. */
  readonly failure: string | null;
  /** Its payment is disputed: it does not leave. Instants as JSON has them; null: it may. */
  readonly disputed: { readonly since: string; readonly answerBy: string | null } | null;
  /** The last day by which one of its lines was promised. */
  readonly promisedOn: string;
  readonly lines: readonly ParcelLine[];
}

const Text = Type.Union([Type.String(), Type.Null()]);
const At = Type.Union([Instant, Type.Null()]);

/** A parcel as it is shown. */
export const ParcelSchema = shape({
  id: Type.String(),
  order: Type.String(),
  state: Type.Enum([...parcelStates]),
  carrier: Type.String(),
  delivery: Type.Enum(["home", "pickup"]),
  pickupPoint: Text,
  country: Type.String(),
  weightGrams: Type.Integer(),
  supplierOrder: Text,
  insteadOf: Text,
  tracking: Text,
  trackingUrl: Text,
  label: Text,
  promisedOn: Day,
  wantedAt: Instant,
  bookedAt: At,
  handedOverAt: At,
  closedAt: At,
  settled: Type.Union([Type.Enum([...settlements]), Type.Null()]),
  failure: Text,
  /** What it waits for: the bank of who paid. It is not handed over; null: it may leave when it is booked. */
  waits: Type.Union([
    shape({ reason: Type.Literal("payment_disputed"), since: Instant, answerBy: At }),
    Type.Null(),
  ]),
  lines: Type.Array(
    shape({ no: Type.Integer(), sku: Type.String(), name: Type.String(), quantity: Type.Integer() }),
  ),
});
export type ParcelView = Static<typeof ParcelSchema>;

/** `pcl_<order>_<no>`. */
export function parcelId({ orderId, no }: Pick<Parcel, "orderId" | "no">): string {
  return publicId("pcl", orderId, no);
}

/** A parcel as it is shown. */
export function parcelView(parcel: Parcel): ParcelView {
  const { orderId, supplierOrderId, insteadOfNo, lines, ...told } = parcel;
  const { state, carrier, delivery, pickupPoint, country, weightGrams, tracking, trackingUrl } = told;
  return {
    id: parcelId(parcel),
    order: publicId("ord", orderId),
    ...{ state, carrier, delivery, pickupPoint, country, weightGrams, tracking, trackingUrl },
    supplierOrder: supplierOrderId === null ? null : publicId("sor", supplierOrderId),
    insteadOf: insteadOfNo === null ? null : parcelId({ orderId, no: insteadOfNo }),
    ...{ label: told.label, promisedOn: told.promisedOn, settled: told.settled, failure: told.failure },
    waits: told.disputed && {
      reason: "payment_disputed",
      since: Temporal.Instant.from(told.disputed.since).toString(),
      answerBy: told.disputed.answerBy && Temporal.Instant.from(told.disputed.answerBy).toString(),
    },
    wantedAt: told.wantedAt.toString(),
    bookedAt: told.bookedAt?.toString() ?? null,
    handedOverAt: told.handedOverAt?.toString() ?? null,
    closedAt: told.closedAt?.toString() ?? null,
    lines: lines.map(({ lineNo, sku, name, quantity }) => ({ no: lineNo, sku, name, quantity })),
  };
}
