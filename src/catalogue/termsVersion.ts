/** A published terms document, without its text. Immutable. */
export interface TermsVersion {
  readonly programme: string;
  readonly version: string;
  /** `sha256:` and the digest of the text. */
  readonly hash: string;
  /** The day from which it applies, by the clock of each region's zone. */
  readonly effectiveOn: Temporal.PlainDate;
}

/** What a version is compiled from. */
export interface TermsTexts {
  readonly source: string;
  /** Its annexes, and the statutes it names in `overlays`. */
  readonly layers: readonly { readonly hash: string; readonly source: string }[];
}
