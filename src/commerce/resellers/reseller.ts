import { type Static, Type } from "typebox";
import { availableOf, type ResellerAccount } from "../../money/index.ts";
import {
  type Config,
  Country,
  Day,
  Email,
  Instant,
  line,
  Money,
  publicId,
  shape,
} from "../../platform/index.ts";
import { VatId } from "../vatNumbers/index.ts";

export const resellerStates = ["active", "suspended", "ended"] as const;
export type ResellerState = (typeof resellerStates)[number];

/** When codes are handed out to a reseller: on these days of the week (1 is Monday), between these hours. */
export const DeliveryHours = shape({
  timeZone: line(64),
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

/** What a reseller agreed to, as it is given. Whoever gives it again gives all of it. */
export const ContractBody = {
  name: line(200),
  email: Email,
  country: Country,
  vatId: Type.Optional(VatId),
  customerGroup: line(60),
  regions: Type.Array(line(40), { minItems: 1, maxItems: 60 }),
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  creditMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  invoiceDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
  deliveryHours: Type.Optional(DeliveryHours),
  beginsOn: Day,
  endsOn: Type.Optional(Day),
};
const ContractShape = shape(ContractBody);
export type ContractGiven = Static<typeof ContractShape>;

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

/** An amount that may be below nothing. */
const SignedMoney = shape({ amount: Type.Integer(), currency: Type.String({ pattern: "^[A-Z]{3}$" }) });

/** What a reseller has with us, as it is shown. */
export const AccountSchema = shape({
  /** Below nothing where it bought on credit. */
  balance: SignedMoney,
  /** What is open on its invoices. */
  invoiced: Money,
  /** What it can still spend: balance and credit, less what is open on invoices. */
  available: SignedMoney,
  /** What it writes on a transfer for its balance, and where that goes. */
  reference: Type.String(),
  iban: Type.Union([Type.String(), Type.Null()]),
  holder: Type.String(),
});

/** What a reseller has with us, as it is shown. */
export function accountView(
  account: ResellerAccount,
  { bankIban, bankHolder, brandName }: Pick<Config, "bankIban" | "bankHolder" | "brandName">,
): Static<typeof AccountSchema> {
  const { currency, balanceMinor, invoicedMinor, reference } = account;
  return {
    balance: { amount: balanceMinor, currency },
    invoiced: { amount: invoicedMinor, currency },
    available: { amount: availableOf(account), currency },
    reference,
    iban: bankIban ?? null,
    holder: bankHolder ?? brandName,
  };
}
