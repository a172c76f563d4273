/**
 * The remainder by 97 of digits and letters, a letter counting as two digits from 10 on (ISO 7064, MOD
 * 97-10). IBANs and creditor references are right where it is 1 after their first four characters were
 * moved to the end. Anything else than capital letters and digits is an error of the caller.
 */
export function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Whether the check digits of an IBAN, or of a creditor reference, are right. */
export function hasRightChecks(text: string): boolean {
  return /^[A-Z0-9]{5,}$/.test(text) && remainder97(text.slice(4) + text.slice(0, 4)) === 1;
}
