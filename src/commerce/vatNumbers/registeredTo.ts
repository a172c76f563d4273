/** The name that a register has, beside the one we were told. */
export interface RegisteredTo {
  readonly name: string;
  /** Whether they are the same, but for how they are written. */
  readonly isSame: boolean;
}

/** What a register calls a business beside what it calls itself; null where it does not tell. Pure. */
export function registeredTo(told: string, registeredAs: string | null): RegisteredTo | null {
  return registeredAs === null
    ? null
    : { name: registeredAs, isSame: lettersOf(told) === lettersOf(registeredAs) };
}

function lettersOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
