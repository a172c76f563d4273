import type { Letter, Part } from "../letter.ts";
import { words } from "../words/index.ts";

/** One thing that was promised and is still to be done. */
export interface AlarmFacts {
  readonly id: string;
  readonly device: string;
  readonly serial: string;
  readonly what: keyof typeof words.what;
  /** When it ran out, or will: the moment in the centre's zone. */
  readonly at: string;
  readonly isOver: boolean;
  /** Who has it; undefined: a centre that nobody has named. */
  readonly centre: string | undefined;
  readonly next: string;
  readonly url: string;
}

/** What our own people are told. */
export interface AlarmsFacts {
  readonly alarms: readonly AlarmFacts[];
  readonly addressee: keyof typeof words.because;
  /** Of a desk and who leads it. */
  readonly centre: string;
  readonly listUrl: string;
}

/** More than these nobody reads in a mail. */
const MOST_SHOWN = 20;

/** What runs out in the hands of one of ours, in one letter. */
export function alarmsTold({ alarms, addressee, centre, listUrl }: AlarmsFacts): Letter {
  const shown = alarms.slice(0, MOST_SHOWN);
  const over = alarms.filter(({ isOver }) => isOver).length;
  const [first] = shown;
  const isOne = alarms.length === 1 && first !== undefined;
  const rest = alarms.length - shown.length;
  return {
    subject: words.subject(over, alarms.length - over),
    parts: [
      { say: words.intro(alarms.length) },
      ...shown.map((alarm) => factsOf(alarm, isOne)),
      ...(rest > 0 ? [{ say: words.more(rest) }] : []),
      isOne ? { button: words.openCase, url: first.url } : { button: words.openList, url: listUrl },
    ],
    because: words.because[addressee](centre),
  };
}

function factsOf(
  { id, device, serial, what, at, isOver, centre, next, url }: AlarmFacts,
  isOne: boolean,
): Part {
  const { labels } = words;
  const bench = centre === undefined ? words.someBench : words.bench(centre);
  return {
    facts: [
      [labels.case, id],
      [labels.device, `${device}, ${serial}`],
      [labels.promise, words.what[what]],
      [isOver ? labels.ranOut : labels.runsOut, at],
      [labels.ball, what === "clips" ? words.office : bench],
      [labels.next, words.next[next] ?? words.otherwise],
      ...(isOne ? [] : [[labels.page, url] as const]),
    ],
  };
}
