/** A label that wants to stand at a place along a line, in the picture's own units. */
export type Wish = { readonly at: number; readonly text: string; readonly strong?: boolean };

export type Placed<W extends Wish> = { readonly wish: W; readonly left: number; readonly row: number };

/** Room a text takes: an estimate on the safe side for system fonts, since no font is known when we draw. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).length * size * 0.6;
}

type Room = { readonly left: number; readonly right: number; readonly size: number; readonly gap: number };

/**
 * Puts labels in as few rows as hold them without touching; row 0 is the nearest to the line. From right
 * to left, so that the leader of a label in a far row passes before the nearer labels begin. Stays
 * inside the room.
 */
export function placeLabels<W extends Wish>(wishes: readonly W[], room: Room, align: "start" | "middle") {
  const taken: number[] = [];
  const placed: Placed<W>[] = [];
  for (const wish of wishes.toSorted((one, other) => other.at - one.at)) {
    const width = widthOf(wish.text, room.size);
    const wanted = align === "start" ? wish.at : wish.at - width / 2;
    const left = Math.max(room.left, Math.min(wanted, room.right - width));
    const free = taken.findIndex((start) => left + width + room.gap <= start);
    const row = free === -1 ? taken.length : free;
    taken[row] = left;
    placed.push({ wish, left: round(left), row });
  }
  return { placed: placed.toReversed(), rows: taken.length };
}

/**
 * Pushes boxes of given heights apart along a line, keeping their order and moving each as little as it
 * must.
 */
export function spreadBoxes(
  boxes: readonly { readonly at: number; readonly height: number }[],
  length: number,
) {
  const tops: number[] = [];
  let floor = 0;
  for (const box of boxes) {
    const top = Math.max(box.at, floor);
    tops.push(top);
    floor = top + box.height;
  }
  let ceiling = Math.max(length, 0);
  for (let index = boxes.length - 1; index >= 0; index -= 1) {
    const top = Math.max(Math.min(tops[index] ?? 0, ceiling - (boxes[index]?.height ?? 0)), 0);
    tops[index] = round(top);
    ceiling = top;
  }
  return tops;
}

/** Breaks a text into lines of at most so many characters, at spaces. */
export function breakLines(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** One decimal is finer than any screen and keeps the picture small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
