import { type Static, Type } from "typebox";
import { causes } from "../../claims/index.ts";
import { Instant, line, publicId, shape } from "../../platform/index.ts";

/** A draft is written, what is published is shown, what is retired stays as it was read. */
export const guideStates = ["draft", "published", "retired"] as const;
export type GuideState = (typeof guideStates)[number];

/** Languages a guide can be written in. */
export const guideLanguages = [
  ...(["en", "de", "fr", "es", "it", "nl", "pl", "cs", "pt", "da"] as const),
  ...(["sv", "nb", "fi", "et", "lv", "lt", "ja", "ko", "zh"] as const),
] as const;

const slugs = Type.Array(Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" }), {
  maxItems: 100,
  uniqueItems: true,
});

const GuideText = shape({
  language: Type.Enum([...guideLanguages]),
  title: line(120),
  /** What to try, one after the other. */
  steps: Type.Array(Type.String({ minLength: 1, maxLength: 600 }), { minItems: 1, maxItems: 20 }),
});
export type GuideText = Static<typeof GuideText>;

/** What is told of a guide. Neither models nor series: it is for all. */
export const guideBody = {
  models: slugs,
  series: slugs,
  causes: Type.Array(Type.Enum([...causes]), { minItems: 1, maxItems: causes.length, uniqueItems: true }),
  texts: Type.Array(GuideText, { minItems: 1, maxItems: guideLanguages.length }),
} as const;
const Given = shape(guideBody);
export type GuideGiven = Static<typeof Given>;

/** A version of a guide, as it is stored. */
export interface Guide extends GuideGiven {
  readonly guideId: string;
  readonly version: number;
  readonly state: GuideState;
  /** How often its draft was written; who writes names what they read. */
  readonly changes: number;
  readonly createdAt: Temporal.Instant;
  readonly publishedAt: Temporal.Instant | null;
  readonly retiredAt: Temporal.Instant | null;
  readonly solved: number;
  readonly notSolved: number;
}

export const GuideSchema = shape({
  id: Type.String(),
  version: Type.Integer(),
  state: Type.Enum([...guideStates]),
  ...guideBody,
  changes: Type.Integer(),
  createdAt: Instant,
  publishedAt: Type.Optional(Instant),
  retiredAt: Type.Optional(Instant),
  /** How often it helped and did not; for the office alone. */
  solved: Type.Optional(Type.Integer()),
  notSolved: Type.Optional(Type.Integer()),
});
export type GuideView = Static<typeof GuideSchema>;

/** A version as it is shown; whether it helped is for the office. */
export function guideView(guide: Guide, isOffice: boolean): GuideView {
  const { guideId, version, state, models, series, causes: about, texts, changes, solved, notSolved } = guide;
  return {
    id: publicId("gde", guideId),
    ...{ version, state, models, series, causes: about, texts, changes },
    createdAt: guide.createdAt.toString(),
    ...(guide.publishedAt === null ? {} : { publishedAt: guide.publishedAt.toString() }),
    ...(guide.retiredAt === null ? {} : { retiredAt: guide.retiredAt.toString() }),
    ...(isOffice ? { solved, notSolved } : {}),
  };
}
