const CLASS = String.raw`\[(?:[0-9A-Z](?:-[0-9A-Z])?)+\]`;
const TIMES = String.raw`(?:\?|\{\d{1,2}(?:,\d{1,2})?\})?`;
const ATOM = `(?:[0-9A-Z]|${CLASS})${TIMES}`;
const CHOICE = String.raw`\((?:[0-9A-Z]+)(?:\|[0-9A-Z]+)*\)`;
const FORM = new RegExp(`^(?:${ATOM}|${CHOICE})+$`);

/** So many parts may be of varying length: with more, one serial could be tried for minutes. */
const MOST_VARYING = 3;

const SAYS =
  "Write letters and digits as they are, [0-9A-Z] for any of some, (AB|CD) for one of several; behind a " +
  "character or brackets ? for at most one, {5} for five, {7,17} for seven to seventeen.";

/**
 * What is wrong with a form of serials; undefined when nothing is. It is a regular expression, kept small
 * enough that no serial is slow to try. Pure.
 */
export function formFault(form: string): string | undefined {
  if (!FORM.test(form)) {
    return SAYS;
  }
  if ((form.match(/\?|\{\d+,\d+\}/g) ?? []).length > MOST_VARYING) {
    return `At most ${MOST_VARYING} parts may be of varying length.`;
  }
  try {
    new RegExp(form);
    return undefined;
  } catch {
    return SAYS;
  }
}
