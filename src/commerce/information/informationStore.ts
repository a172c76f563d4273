import { maybeOne } from "../../platform/index.ts";

/** What a digest names. */
export const shownInformation = maybeOne<{
  readonly digest: string;
  readonly language: string;
  readonly text: string;
  readonly shownAt: Temporal.Instant;
}>(
  "shown_information",
  `select digest, language, text, shown_at as "shownAt"
     from commerce.shown_information where digest = $1`,
);
