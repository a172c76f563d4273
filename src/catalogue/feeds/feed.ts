import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";
import { type ImportFormat, importFormats } from "../imports/index.ts";

/** What came of looking last: it is being read, it was read, it was the same, it could not be read. */
export const feedOutcomes = ["running", "read", "same", "failed"] as const;
export type FeedOutcome = (typeof feedOutcomes)[number];

/** Where a supplier's file is fetched again and again, as it is stored. */
export interface Feed {
  readonly feedId: string;
  readonly supplier: string;
  /** `https://...`, or the path of a file within `feeds` of the data folder. */
  readonly source: string;
  readonly format: ImportFormat;
  /** One of the two: so often, or daily at `HH:MM` of the supplier's clock. */
  readonly everyHours: number | null;
  readonly dailyAt: string | null;
  readonly isPaused: boolean;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lookedAt: Temporal.Instant | null;
  readonly outcome: FeedOutcome | null;
  readonly outcomeSays: string | null;
  /** How often in a row it could not be read. */
  readonly failures: number;
  readonly importId: string | null;
  readonly createdAt: Temporal.Instant;
  readonly version: number;
  /** The supplier's clock. */
  readonly zone: string;
}

/** How a feed is written down: with one of `everyHours` and `dailyAt`. */
export const FeedSheet = {
  source: Type.String({ minLength: 1, maxLength: 500, pattern: "^[^\\s\\u0000-\\u001f]+$" }),
  format: Type.Enum([...importFormats]),
  everyHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
  dailyAt: Type.Optional(Type.String({ pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" })),
} as const;

/** A feed as it is shown. */
export const FeedView = shape({
  id: Type.String(),
  supplier: Type.String(),
  ...FeedSheet,
  everyHours: Type.Union([Type.Integer(), Type.Null()]),
  dailyAt: Type.Union([Type.String(), Type.Null()]),
  isPaused: Type.Boolean(),
  lookedAt: Type.Union([Instant, Type.Null()]),
  outcome: Type.Union([Type.Enum([...feedOutcomes]), Type.Null()]),
  outcomeSays: Type.Union([Type.String(), Type.Null()]),
  failures: Type.Integer(),
  import: Type.Union([Type.String(), Type.Null()]),
  createdAt: Instant,
  version: Type.Integer(),
});
export type FeedView = Static<typeof FeedView>;

/** A feed as it is shown. */
export function feedView(feed: Feed): FeedView {
  const { supplier, format, everyHours, dailyAt, isPaused, outcome, outcomeSays, failures, version } = feed;
  return {
    id: publicId("fed", feed.feedId),
    ...{ supplier, source: feed.source, format, everyHours, dailyAt, isPaused },
    ...{ outcome, outcomeSays, failures, version },
    lookedAt: feed.lookedAt?.toString() ?? null,
    import: feed.importId === null ? null : publicId("imp", feed.importId),
    createdAt: feed.createdAt.toString(),
  };
}
