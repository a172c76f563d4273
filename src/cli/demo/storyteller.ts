/** Tells the story line by line: on whose part, and what. Knows nothing of what it tells. */
export interface Storyteller {
  /** A new scene: its number among all, and its title. */
  scene(title: string): void;
  /** One thing that happened on a day. The day is printed when it is another than before. */
  tell(day: Temporal.PlainDate, who: string, what: string): void;
  /** A drawing in characters, such as a ribbon, made for the room there is. */
  draw(picture: (columns: number) => string): void;
}

/** Where a story goes: the words to one stream, how far it is to another. */
export interface Page {
  readonly write: (text: string) => void;
  readonly progress: (text: string) => void;
  /** The width of a line in characters. */
  readonly columns: number;
  readonly scenes: number;
}

const DAY_WIDTH = 12;
const WHO_WIDTH = 8;
const MARGIN = "  ";

/** A storyteller who writes on this page. */
export function storytellerOn({ write, progress, columns, scenes }: Page): Storyteller {
  let told = 0;
  let today = "";
  return {
    scene: (title) => {
      told += 1;
      today = "";
      progress(`${told} of ${scenes}  ${title}`);
      write(`\n${title}\n${"─".repeat(Math.min(title.length, columns))}\n`);
    },
    tell: (day, who, what) => {
      const date = day.toString();
      const head = (date === today ? "" : date).padEnd(DAY_WIDTH) + who.padEnd(WHO_WIDTH);
      today = date;
      const [first = "", ...rest] = wrap(what, columns - head.length);
      write(`${head}${first}\n${rest.map((line) => `${" ".repeat(head.length)}${line}\n`).join("")}`);
    },
    draw: (picture) => {
      const lines = picture(columns - 2 * MARGIN.length)
        .split("\n")
        .map((line) => `${MARGIN}${line}`.trimEnd());
      write(`\n${lines.join("\n")}\n`);
    },
  };
}

/** Breaks a text between words so that no line is longer than `width`; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
