import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

/** What of a product's page is wrong. */
export const errorSubjects = [
  ...(["name", "description", "specifications", "parameters"] as const),
  ...(["photo", "price", "availability", "other"] as const),
] as const;
export type ErrorSubject = (typeof errorSubjects)[number];

/** Answered: it was right, or nobody can mend it. Mended: the page was changed. */
export const reportStates = ["open", "answered", "mended"] as const;

/** What somebody says is wrong, as it is stored. */
export interface ErrorReport {
  readonly reportId: string;
  readonly sku: string;
  readonly name: string;
  readonly about: ErrorSubject;
  readonly says: string;
  /** Where the answer is wanted; null where none is. */
  readonly email: string | null;
  readonly state: (typeof reportStates)[number];
  readonly answer: string | null;
  readonly createdAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: string | null;
}

const OrNull = Type.Union([Type.String(), Type.Null()]);

/** What somebody says is wrong, as it is shown to those who can mend it. */
export const ErrorReportView = shape({
  id: Type.String(),
  sku: Type.String(),
  name: Type.String(),
  about: Type.Enum([...errorSubjects]),
  says: Type.String(),
  email: OrNull,
  state: Type.Enum([...reportStates]),
  answer: OrNull,
  createdAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
  closedBy: OrNull,
});
export type ErrorReportView = Static<typeof ErrorReportView>;

/** A report as it is shown. */
export function errorReportView({ reportId, ...rest }: ErrorReport): ErrorReportView {
  return {
    id: publicId("err", reportId),
    ...rest,
    createdAt: rest.createdAt.toString(),
    closedAt: rest.closedAt?.toString() ?? null,
  };
}
