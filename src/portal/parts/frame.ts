/**
 * What every page knows beside its own model. `now` is an instant; dates on the page are printed in
 * `zone`.
 */
export type Frame = {
  readonly programme: string;
  readonly styleSheet: string;
  readonly script: string;
  readonly now: string;
  readonly zone: string;
  readonly path: string;
  /** `office`: someone with a console role, who finds the way there in the head. */
  readonly signedIn?: { readonly email: string; readonly office?: boolean } | undefined;
  /** Lines in the cart; left out while it is empty. */
  readonly cartCount?: number | undefined;
  /** For the sign-out form in the head. */
  readonly formToken: string;
};

/**
 * A form as it is rendered: where it goes, its token against forgery and the key that makes a second
 * press harmless.
 */
export type FormState = {
  readonly action: string;
  readonly token: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  /** What to put right, by field name. */
  readonly mistakes: Readonly<Record<string, string>>;
};
