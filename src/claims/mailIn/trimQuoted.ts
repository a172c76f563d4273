/** What stands above the words of our own letters, so that an answer can be told from them. */
export const ANSWER_ABOVE = "--- Write your answer above this line ---";

const LONGEST_LINE = 400;

/** How mail programs announce what they quote; each is looked for in one line, or two of them joined. */
const VERBS = "wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał";
const WROTE = new RegExp(`^(?:On|Am|Le|El|Il|Op|Den|Em|W dniu) .{4,300}(?:${VERBS})[^:]{0,80}:$`, "i");
const ORIGINAL = "Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original";
const CUT: readonly RegExp[] = [
  new RegExp(`^-{2,} ?(?:${ORIGINAL}|Messaggio originale) ?-{2,}$`, "i"),
  /^_{20,}$/,
];
const HEADS = /^\*?(?:From|Von|De|Da|Van):\*? .*@/i;
const HEADS_GO_ON = /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|To|An|À):/i;

/**
 * What somebody wrote, without the mail they answer to. Where nothing would be left, or they wrote between
 * and below the lines, those stay.
 */
export function trimQuoted(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const at = lines.findIndex((line, place) => beginsQuote(lines, line, place));
  const head = at < 0 ? lines : lines.slice(0, at);
  const tail = at < 0 ? [] : lines.slice(at + 1);
  const isCut = at >= 0 && (lines[at]?.includes(ANSWER_ABOVE) === true || !tail.some(isQuoted));
  const below = isCut ? [] : tail.filter((line) => !isQuoted(line) && !isEndOfWrote(line));
  const own = withoutTail([...head, ...below]);
  return own === "" ? withoutTail(lines.filter((line) => !isQuoted(line))) || text.trim() : own;
}

function beginsQuote(lines: readonly string[], line: string, place: number): boolean {
  const said = line.trim();
  if (said === "" || said.length > LONGEST_LINE) {
    return false;
  }
  const joined = `${said} ${(lines[place + 1] ?? "").trim()}`.slice(0, 2 * LONGEST_LINE);
  return (
    said.includes(ANSWER_ABOVE) ||
    CUT.some((rule) => rule.test(said)) ||
    WROTE.test(said) ||
    WROTE.test(joined) ||
    (HEADS.test(said) && lines.slice(place + 1, place + 5).some((next) => HEADS_GO_ON.test(next.trim())))
  );
}

const isQuoted = (line: string): boolean => line.startsWith(">");

/** The second line of an announcement that was broken in two. */
const isEndOfWrote = (line: string): boolean =>
  line.length < 80 && /(?:wrote|schrieb|écrit):$/i.test(line.trim());

/** Lines without what is quoted and empty at their end. */
function withoutTail(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line.trim() !== "" && !isQuoted(line));
  return lines
    .slice(0, last + 1)
    .join("\n")
    .trim();
}
