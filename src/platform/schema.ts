import {
  type Static,
  type TArray,
  type TNull,
  type TObject,
  type TProperties,
  type TSchema,
  type TString,
  type TUnion,
  Type,
} from "typebox";

/**
 * An object with these fields and no others: an unknown field is a mistake that the sender wants to hear of.
 */
export function shape<Properties extends TProperties>(properties: Properties): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false });
}

/** An amount in minor units of a currency that stands elsewhere: as large as a number is exact. */
export const MinorUnits = Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 });

/** An amount of money: integer minor units and an ISO 4217 code. */
export const Money = shape({
  amount: MinorUnits,
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
});
export type Money = Static<typeof Money>;

/** An instant, RFC 3339 with an offset. Replies are in UTC. */
export const Instant = Type.String({ format: "instant", maxLength: 40 });

/** A civil day, `YYYY-MM-DD`. */
export const Day = Type.String({ format: "day", maxLength: 10 });

/** A month, `YYYY-MM`, of the years the database can reckon with. Whose clock it is of, each list says. */
export const Month = Type.String({ pattern: "^(?!0000|9999)[0-9]{4}-(0[1-9]|1[0-2])$" });

/** An e-mail address; case and spaces around it do not matter. */
export const Email = Type.String({ format: "email", maxLength: 254 });

/** A line of text a person typed. */
export function line(maxLength: number): TString {
  return Type.String({ minLength: 1, maxLength, pattern: "^[^\\u0000-\\u001f\\u007f]*$" });
}

/** A serial as printed on a device. Spaces and case are normalised by `contracts`. */
export const Serial = Type.String({ minLength: 4, maxLength: 40, pattern: "^[A-Za-z0-9 _./-]+$" });

/** The two-letter country of an address or buyer, ISO 3166-1. */
export const Country = Type.String({ pattern: "^[A-Z]{2}$" });

/** The path parameter of one thing. */
export const IdParams = shape({ id: Type.String({ minLength: 1, maxLength: 80 }) });

/** A page of a list: rows, and the cursor of the next page or null. */
export function page<Row extends TSchema>(
  row: Row,
): TObject<{ data: TArray<Row>; nextCursor: TUnion<[TString, TNull]> }> {
  return shape({ data: Type.Array(row), nextCursor: Type.Union([Type.String(), Type.Null()]) });
}

/** What a page answers with. */
export interface Page<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** The query string of every list. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(Type.String({ maxLength: 200 })),
} as const;

/** A receipt of the terms engine, as it is stored. Its shape is the engine's. */
export const ReceiptSchema = Type.Object(
  { decision: Type.String(), outcome: Type.String(), at: Type.String() },
  { additionalProperties: true },
);

/** The query string of a route: its own, `?dryRun=true` where an act allows it, `?format=csv` for a list. */
export function querySchema(own: TObject | undefined, dryRun: boolean, csv = false): TObject {
  return shape({
    ...own?.properties,
    ...(dryRun ? { dryRun: Type.Optional(Type.Boolean()) } : {}),
    ...(csv ? { format: Type.Optional(Type.Enum(["json", "csv"])) } : {}),
  });
}
