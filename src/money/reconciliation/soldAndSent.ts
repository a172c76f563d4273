/** What became of the codes of an order. */
export interface CodesSold {
  readonly orderId: string;
  readonly at: Temporal.Instant;
  /** Sold and not taken back. */
  readonly quantity: number;
}

/** A parcel we handed to a carrier. */
export interface SentParcel {
  readonly tracking: string;
  readonly at: Temporal.Instant;
  readonly programme: string;
  readonly region: string;
}
