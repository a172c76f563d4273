/** What a way out begins with. */
const verbs =
  "Add Answer Begin Break Close Give Grant Leave Let Make Move Name Narrow Round Save Say Take Test Write";
const ways = new RegExp(`^(${verbs.replaceAll(" ", "|")}) `);

/** Whether a finding says what is wrong in one sentence, and how to mend it in another. */
export function hasWayOut(message: string): boolean {
  const sentences = message.split(/(?<=[.?]) (?=[A-Z])/);
  return sentences.length >= 2 && sentences.some((sentence, index) => index > 0 && ways.test(sentence));
}
