import { type Static, Type } from "typebox";
import { parts } from "../../claims/index.ts";
import { Day, Instant, shape } from "../../platform/index.ts";

/** What a supplier pays back, for what, and in which time; the newest that has begun counts. */
export interface RecoveryAgreement {
  readonly supplier: string;
  readonly validFrom: Temporal.PlainDate;
  /** A maker answers for what no part supplier answers for. */
  readonly kind: "maker" | "part";
  /** Both empty: all there are. */
  readonly models: readonly string[];
  readonly series: readonly string[];
  readonly currency: string;
  readonly labourMinor: number;
  /** What each part brings; of a part supplier they are its parts. */
  readonly partMinor: Readonly<Record<string, number>>;
  readonly months: number | null;
  readonly claimDays: number;
  readonly answerDays: number;
  readonly version: number;
  readonly setAt: Temporal.Instant;
  readonly setBy: string;
}

const Slug = Type.String({ pattern: "^[a-z0-9-]{1,60}$" });
const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const Days = Type.Integer({ minimum: 1, maximum: 730 });

/** An agreement as it is told. Amounts are minor units of its currency, whatever decimals that has. */
export const AgreementBody = shape({
  supplier: Type.String({ pattern: "^[a-z][a-z0-9-]{0,29}$" }),
  validFrom: Day,
  kind: Type.Enum(["maker", "part"]),
  models: Type.Array(Slug, { maxItems: 200, uniqueItems: true }),
  series: Type.Array(Slug, { maxItems: 200, uniqueItems: true }),
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  labourMinor: Minor,
  parts: Type.Array(shape({ part: Type.Enum([...parts]), minor: Minor }), { maxItems: parts.length }),
  /** How long a part supplier answers for a part, from when the device came into use; null: whenever. */
  months: Type.Union([Type.Integer({ minimum: 1, maximum: 240 }), Type.Null()]),
  claimDays: Days,
  answerDays: Days,
});
export type AgreementTold = Static<typeof AgreementBody>;

/** An agreement as it is shown. */
export const AgreementSchema = shape({
  ...AgreementBody.properties,
  version: Type.Integer(),
  setAt: Instant,
  setBy: Type.String(),
});

/** An agreement as it is shown. */
export function agreementView(agreement: RecoveryAgreement): Static<typeof AgreementSchema> {
  const { validFrom, partMinor, models, series, setAt, ...rest } = agreement;
  return {
    ...rest,
    ...{ models: [...models], series: [...series], validFrom: validFrom.toString(), setAt: setAt.toString() },
    parts: parts.flatMap((part) => (partMinor[part] === undefined ? [] : [{ part, minor: partMinor[part] }])),
  };
}

/** Of each supplier the agreement that counts on a day, for a model. */
export function agreementsFor(
  agreements: readonly RecoveryAgreement[],
  device: { readonly model: string; readonly series: string },
  on: Temporal.PlainDate,
): readonly RecoveryAgreement[] {
  const begun = agreements.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0);
  const newest = new Map<string, RecoveryAgreement>();
  for (const one of begun) {
    const other = newest.get(one.supplier);
    if (other === undefined || Temporal.PlainDate.compare(other.validFrom, one.validFrom) < 0) {
      newest.set(one.supplier, one);
    }
  }
  return [...newest.values()].filter(
    ({ models, series }) =>
      (models.length === 0 && series.length === 0) ||
      models.includes(device.model) ||
      series.includes(device.series),
  );
}
