/**
 * The proleptic Gregorian calendar as day numbers (0 is 1970-01-01), and RFC 3339. Arithmetic of our own
 * because a decision compares half a dozen instants and making Temporal objects for each would be most of
 * its cost; tests hold it against Temporal.
 */
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
/**
 * Milliseconds; finer than any fraction `parseInstant` gives: what an open end is away from its last
 * moment.
 */
export const moment: number = 1 / 2048;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of a date; the month may run over 12 or under 1. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = year * 12 + month - 3;
  const marchYear = Math.floor(shifted / 12);
  const marchMonth = shifted - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilDate(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** `YYYY-MM-DD` as a day number; undefined when it is not such a date or does not exist. */
export function parseDay(text: string): number | undefined {
  return text.length === 10 ? dayAtStart(text) : undefined;
}

const dayTexts = new Map<number, string>();
/** Some thirty years: plans and devices are not older. */
const mostDayTexts = 10_000;

/** Receipts of a season name the same few days, so each is written once. */
export function formatDay(number: number): string {
  let text = dayTexts.get(number);
  if (text === undefined) {
    const { year, month, day } = civilDate(number);
    text = `${yearText(year)}-${two(month)}-${two(day)}`;
    if (dayTexts.size < mostDayTexts) {
      dayTexts.set(number, text);
    }
  }
  return text;
}

/** Years that four digits cannot say have a sign and six, as Temporal writes and reads them. */
const yearText = (year: number): string =>
  year >= 0 && year <= 9999
    ? String(year).padStart(4, "0")
    : `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;

/**
 * An RFC 3339 instant in milliseconds since 1970; undefined when the text is none. Finer fractions stay
 * between two milliseconds.
 */
export function parseInstant(text: string): number | undefined {
  // Nearly every instant of a stored case has this one shape.
  const isPlain = text.length === 20 && text.charCodeAt(19) === 90;
  return (isPlain ? parsePlain(text) : undefined) ?? parseAny(text);
}

const firstYear = 1970;
const years = 130;
/** The day numbers of the first of each month, and the lengths of months, from the first year on. */
const monthStarts: Int32Array = Int32Array.from({ length: years * 12 + 1 }, (_, month) =>
  dayNumber(firstYear, month + 1, 1),
);

/**
 * `YYYY-MM-DDTHH:MM:SSZ`; undefined when anything is unusual. Nothing is tested digit by digit, for this is
 * where decisions spend their time.
 */
function parsePlain(text: string): number | undefined {
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  const isShaped =
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58;
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  if (!isShaped || !isTime || month < 1 || month > 12 || year < firstYear || year >= firstYear + years) {
    return undefined;
  }
  const index = (year - firstYear) * 12 + month - 1;
  const start = monthStarts[index] ?? 0;
  if (day < 1 || start + day > (monthStarts[index + 1] ?? 0)) {
    return undefined;
  }
  return (start + day - 1) * dayMs + (hour * 3600 + minute * 60 + second) * 1000;
}

/** Two digits as a number; far out of any range when one of them is none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  // Neither a digit nor a digit and six has bits above the fourth; of anything else one of them does.
  return ((tens | (tens + 6) | ones | (ones + 6)) & ~15) === 0 ? tens * 10 + ones : 1_000_000;
}

function parseAny(text: string): number | undefined {
  const separator = text.charCodeAt(10) | 32;
  if (text.length < 20 || separator !== 116) {
    return undefined;
  }
  const day = dayAtStart(text);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const shaped = text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
  if (day === undefined || !shaped || hour > 23 || minute > 59 || second > 59 || hour + minute + second < 0) {
    return undefined;
  }
  const fractionEnd = endOfFraction(text);
  const offset = offsetMs(text, fractionEnd);
  if (offset === undefined || fractionEnd === 20) {
    return undefined;
  }
  const ms =
    day * dayMs + hour * hourMs + minute * 60_000 + second * 1000 + fractionMs(text, fractionEnd) - offset;
  return isWritable(ms) ? ms : undefined;
}

const firstMs: number = dayNumber(0, 1, 1) * dayMs;
const endMs: number = dayNumber(10_000, 1, 1) * dayMs;

/** Whether RFC 3339 has a way to write an instant in UTC: from the year 0000 to 9999. */
export const isWritable = (ms: number): boolean => ms >= firstMs && ms < endMs;

/** RFC 3339 in UTC, with milliseconds only where there are some. */
export function formatInstant(ms: number): string {
  const whole = Math.floor(ms);
  const day = Math.floor(whole / dayMs);
  const rest = whole - day * dayMs;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  const fraction = rest % 1000 === 0 ? "" : `.${String(rest % 1000).padStart(3, "0")}`;
  return `${formatDay(day)}T${clock}${fraction}Z`;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function dayAtStart(text: string): number | undefined {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const shaped = text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
  if (
    !shaped ||
    year < 0 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    (day > 28 && day > daysInMonth(year, month))
  ) {
    return undefined;
  }
  return dayNumber(year, month, day);
}

/** A run of digits as a number; far below zero when one of them is none. */
function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      return -1_000_000;
    }
    value = value * 10 + digit;
  }
  return value;
}

function endOfFraction(text: string): number {
  if (text.charCodeAt(19) !== 46) {
    return 19;
  }
  let end = 20;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) {
    end += 1;
  }
  return end;
}

/**
 * A fraction finer than a double can hold beside the date is kept strictly between its neighbours, so
 * comparisons with whole milliseconds stay right.
 */
function fractionMs(text: string, end: number): number {
  if (end === 19) {
    return 0;
  }
  const whole = digits(text.slice(20, end).padEnd(3, "0"), 0, 3);
  const finer = end > 23 ? Number(`0.${text.slice(23, end)}`) : 0;
  return finer === 0 ? whole : whole + Math.min(0.999, Math.max(0.001, finer));
}

function offsetMs(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at);
  if ((sign | 32) === 122) {
    return text.length === at + 1 ? 0 : undefined;
  }
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  const shaped = text.length === at + 6 && text.charCodeAt(at + 3) === 58 && (sign === 43 || sign === 45);
  if (!shaped || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
    return undefined;
  }
  return (sign === 43 ? 1 : -1) * (hours * hourMs + minutes * 60_000);
}
