/**
 * The written form of a plan code: 26 characters that carry 130 random bits, then two check characters. Two
 * checks over the field of 32 elements find every mistake of one or two characters, neighbours that changed
 * places among them. No imports: the browser runs this file as it is, so that a typing error costs no try.
 */

/** Crockford's base 32: no I, L, O, U. A character's place is its value. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Characters that carry the code. */
export const CODE_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;
const GROUP = 4;

/** Powers of the generator of the field of 32 elements, reduced by x^5 + x^2 + 1. */
const powers: readonly number[] = Array.from({ length: 30 }).reduce<number[]>(
  (known) => {
    const next = (known.at(-1) ?? 0) << 1;
    return [...known, next > 31 ? next ^ 0b100101 : next];
  },
  [1],
);

function power(exponent: number): number {
  return powers[exponent % 31] ?? 0;
}

function multiply(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : power(powers.indexOf(left) + powers.indexOf(right));
}

/** The field element that multiplies with a non-zero `value` to 1. */
function inverse(value: number): number {
  return power(31 - powers.indexOf(value));
}

function plainSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum ^ value, 0);
}

function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum ^ multiply(value, power(place)), 0);
}

/**
 * One spelling of what was typed: upper case, O for zero and I and L for one forgiven, spaces and dashes
 * gone. Says nothing of whether it is a code.
 */
export function normaliseCode(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212_.]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** The code with its check characters, from 26 values of 0 to 31. */
export function withCheckCharacters(values: readonly number[]): string {
  const plain = plainSum(values);
  const weighted = weightedSum(values);
  const [first, second] = [power(CODE_CHARACTERS), power(CODE_CHARACTERS + 1)];
  const check = multiply(weighted ^ multiply(second, plain), inverse(first ^ second));
  return [...values, check, plain ^ check].map((value) => ALPHABET.charAt(value)).join("");
}

/**
 * Whether this could be one of our codes, before anything is asked of the server. Any spelling is accepted.
 */
export function codeLooksRight(text: string): boolean {
  const values = Array.from(normaliseCode(text), (character) => ALPHABET.indexOf(character));
  return (
    values.length === CODE_CHARACTERS + CHECK_CHARACTERS &&
    !values.includes(-1) &&
    plainSum(values) === 0 &&
    weightedSum(values) === 0
  );
}

/** As it is shown: seven groups of four. */
export function groupsOfFour(code: string): string {
  return normaliseCode(code).replace(new RegExp(`.{${GROUP}}(?=.)`, "g"), "$&-");
}
