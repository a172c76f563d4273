import type { Product } from "./product.ts";

/** The day by which an order placed now is delivered, by UTC: lead days are whole days from today. */
export function promisedOn(product: Pick<Product, "leadDays">, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO("UTC").toPlainDate().add({ days: product.leadDays });
}
