/** What a register answers about a number. `proof` names the answer, for an auditor. */
export type RegisterAnswer =
  | { readonly result: "valid"; readonly proof: string; readonly registeredAs: string | null }
  | { readonly result: "not_valid"; readonly proof: string }
  /** It said nothing about the number: asked again later. */
  | { readonly result: "not_available"; readonly why: string };

/** A number as a register is asked about it. */
export interface RegisterQuestion {
  readonly vatId: string;
  /** Who asks, by their own number: some registers give a proof to nobody else. */
  readonly askedBy: string | undefined;
  readonly at: Temporal.Instant;
}

/** A register of VAT numbers. It never throws for what the world does: not available is an answer. */
export interface VatRegister {
  ask(question: RegisterQuestion): Promise<RegisterAnswer>;
}
