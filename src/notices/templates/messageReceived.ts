import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What a message is told from. */
export interface MessageFacts extends CaseFacts {
  readonly text: string;
  /** How many photos or files came with it. */
  readonly pieces?: number;
}

/** The bench wrote to the owner. */
export function messageReceived({ text, pieces = 0, ...facts }: MessageFacts): Letter {
  const files = `${pieces === 1 ? "A file" : `${pieces} files`} came with it; the case page shows them.`;
  return {
    subject: `A message about your ${facts.device}`,
    parts: [
      { say: text },
      ...(pieces === 0 ? [] : [{ say: files }]),
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** Some of the files of a mail were not taken. */
export function filesRefused({ text, ...facts }: MessageFacts): Letter {
  return {
    subject: `Files of your mail about your ${facts.device}`,
    parts: [
      { say: "We have your mail, but not everything that came with it." },
      ...text.split("\n").map((say) => ({ say })),
      { button: "Add them on the case page", url: `${facts.caseUrl}` },
      { facts: caseRows(facts) },
    ],
  };
}
