import { effect, maybeOne } from "../../platform/index.ts";

/** Keeps what was shown, once for each text there is. */
export const keepShown = effect(
  "keep_shown_information",
  `insert into commerce.shown_information (digest, language, text, shown_at)
   values ($1, $2, $3, $4)
   on conflict (digest) do nothing`,
);

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
