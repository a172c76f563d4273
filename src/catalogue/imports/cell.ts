/** What a cell was read as, or why it could not be. */
export type Cell<Value> =
  | { readonly value: Value; readonly code?: undefined }
  | { readonly code: string; readonly says: string };

/** Reads one field of a row from the text that stands there; empty text is an absent cell. */
export type CellReader<Value> = (text: string) => Cell<Value>;

// Control characters have no place in a product's texts; a line break has, in a description.
const CONTROL = /[^\P{Cc}\t\r\n]|\ufffd/u;

/** A text that must be there. */
export function requiredText(most: number): CellReader<string> {
  const optional = text(most);
  return (given) => (given === "" ? { code: "missing", says: "This must be filled in." } : optional(given));
}

/** A text of at most so many characters, or none. */
export function text(most: number): CellReader<string> {
  return (given) => {
    if (given.length > most) {
      return { code: "too_long", says: `At most ${most} characters; these are ${given.length}.` };
    }
    return CONTROL.test(given)
      ? { code: "control_character", says: "It has characters that cannot be shown: save the file as UTF-8." }
      : { value: given };
  };
}

/** A text of a form, or none. */
export function formed(pattern: RegExp, says: string): CellReader<string | undefined> {
  return (given) => {
    if (given === "") {
      return { value: undefined };
    }
    return pattern.test(given) ? { value: given } : { code: "form", says };
  };
}

/** A whole number within bounds; what it is when nothing is written there. */
export function wholeNumber(least: number, most: number, absent: number): CellReader<number> {
  const highest = most.toLocaleString("en");
  return (given) => {
    const value = given === "" ? absent : Number(given);
    const isWhole = given === "" || /^\d{1,9}$/.test(given);
    return isWhole && value >= least && value <= most
      ? { value }
      : { code: "number", says: `A whole number from ${least} to ${highest}, in digits alone.` };
  };
}

/** A GTIN of 8, 12, 13 or 14 digits whose check digit is right, or none. */
export function gtin(given: string): Cell<string | undefined> {
  if (given === "") {
    return { value: undefined };
  }
  if (!/^(\d{8}|\d{12,14})$/.test(given)) {
    return { code: "form", says: "A GTIN has 8, 12, 13 or 14 digits." };
  }
  const digits = given.split("").map(Number).toReversed();
  const sum = digits.slice(1).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === digits[0]
    ? { value: given }
    : { code: "check_digit", says: "The last digit does not fit the others: a digit is wrong." };
}

/** An address of a picture, `https`, or none. */
export function pictureUrl(given: string): Cell<string | undefined> {
  if (given === "") {
    return { value: undefined };
  }
  const url = URL.parse(given);
  return url?.protocol === "https:" && url.username === "" && given.length <= 500
    ? { value: url.href }
    : { code: "form", says: "An address that begins with https:// and has at most 500 characters." };
}
