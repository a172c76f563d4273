import { badField } from "../platform/index.ts";

const LONGEST = 254;
const ADDRESS = /^[^\s@"<>()[\],;:\\\p{C}]+@[^\s@"<>()[\],;:\\\p{C}]+\.[^\s@.\p{C}]{2,}$/u;

/**
 * The one form of an e-mail address: compatibility letters folded, lower case, no space around.
 * Folded before it is checked, so that a look-alike `＠` cannot turn into a second `@` afterwards.
 * Undefined when what comes out is not an address.
 */
export function normalEmail(text: string): string | undefined {
  const email = text.normalize("NFKC").toLowerCase().normalize("NFKC").trim();
  return email.length <= LONGEST && ADDRESS.test(email) ? email : undefined;
}

/** The normal form, or Problem 400 at `pointer`. */
export function demandEmail(text: string, pointer = "/email"): string {
  const email = normalEmail(text);
  if (email === undefined) {
    throw badField(pointer, "format", "Send an e-mail address.");
  }
  return email;
}
