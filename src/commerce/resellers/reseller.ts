import { type Static, Type } from "typebox";
import { Country, Day, Instant, Money, publicId, shape } from "../../platform/index.ts";

export const resellerStates = ["active", "suspended", "ended"] as const;
export type ResellerState = (typeof resellerStates)[number];

/** When codes are handed out to a reseller: these days of the week (1 is Monday), between these hours there. */
export const DeliveryHours = shape({
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  /** Whole hours: from 8 to 18 is from 08:00 until 18:00. */
  fromHour: Type.Integer({ minimum: 0, maximum: 23 }),
  toHour: Type.Integer({ minimum: 1, maximum: 24 }),
});
export type DeliveryHours = Static<typeof DeliveryHours>;

/** A business that sells our codes, and what it agreed to, as it is stored. */
export interface Reseller {
  readonly resellerId: string;
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly vatId: string | null;
  readonly customerGroup: string;
  /** Where it may sell, by the regions of the terms. */
  readonly regions: readonly string[];
  readonly currency: string;
  /** How far its balance may go below nothing. */
  readonly creditMinor: number;
  /** Days to pay an invoice; null where it may not buy on one. */
  readonly invoiceDays: number | null;
  /** Null is at any time. */
  readonly deliveryHours: DeliveryHours | null;
  readonly beginsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
  readonly state: ResellerState;
  readonly createdAt: Temporal.Instant;
  readonly version: number;
}

/** What a reseller agreed to, as it is given. */
export const ContractBody = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  email: Type.String({ format: "email", maxLength: 254 }),
  country: Country,
  vatId: Type.Optional(Type.String({ pattern: "^[A-Z]{2}[0-9A-Z+*]{2,13}$" })),
  customerGroup: Type.String({ minLength: 1, maxLength: 60 }),
  regions: Type.Array(Type.String({ pattern: "^[a-z0-9-]{1,40}$" }), { minItems: 1, maxItems: 60 }),
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  creditMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  invoiceDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
  deliveryHours: Type.Optional(DeliveryHours),
  beginsOn: Day,
  endsOn: Type.Optional(Day),
};

const orNull = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** A reseller as it is shown. */
export const ResellerSchema = shape({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  country: Country,
  vatId: orNull(Type.String()),
  customerGroup: Type.String(),
  regions: Type.Array(Type.String()),
  currency: Type.String(),
  credit: Money,
  invoiceDays: orNull(Type.Integer()),
  deliveryHours: orNull(DeliveryHours),
  beginsOn: Day,
  endsOn: orNull(Day),
  state: Type.Enum([...resellerStates]),
  createdAt: Instant,
  version: Type.Integer(),
});
export type ResellerView = Static<typeof ResellerSchema>;

/** A reseller as it is shown. */
export function resellerView(reseller: Reseller): ResellerView {
  const { resellerId, beginsOn, endsOn, createdAt, regions, creditMinor, ...shown } = reseller;
  return {
    ...shown,
    id: publicId("rsl", resellerId),
    regions: [...regions],
    credit: { amount: creditMinor, currency: reseller.currency },
    beginsOn: beginsOn.toString(),
    endsOn: endsOn?.toString() ?? null,
    createdAt: createdAt.toString(),
  };
}
