import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

/** How the numbers a font's text is written in become letters. */
type Font = (hex: string) => string;

/** A text where a page has it, in points from its left and its foot. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const WINDOWS = new TextDecoder("windows-1252");

/**
 * What a reader of a file that pdfkit wrote finds in it: its pages in order, each line of a page in a line of
 * its own, from left to right. It is read from the finished bytes alone: the objects, their streams, and the
 * table by which each embedded font says which letters its shapes are.
 */
export function wordsInPdf(bytes: Buffer): string {
  const objects = objectsIn(bytes);
  const root = objectNamed(objects, /\/Type \/Pages\b[\s\S]*\/Kids/);
  const kids = /\/Kids \[([^\]]*)\]/.exec(root)?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)]
    .map(([, page]) => linesOf(objects, objects.get(Number(page)) ?? ""))
    .join("\n\f\n");
}

/** The objects of a file by number; the stream of one, if it has one, is behind its dictionary, inflated. */
function objectsIn(bytes: Buffer): ReadonlyMap<number, string> {
  const text = bytes.toString("latin1");
  const objects = new Map<number, string>();
  const begin = /(\d+) 0 obj\n/g;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const dictionary = text.slice(begin.lastIndex, text.indexOf("endobj", begin.lastIndex));
    const head = /^[\s\S]*?\bstream\n/.exec(dictionary)?.[0];
    const length = Number(/\/Length (\d+)/.exec(head ?? "")?.[1] ?? 0);
    const from = begin.lastIndex + (head?.length ?? 0);
    const stream = bytes.subarray(from, from + length);
    const isPacked = head?.includes("/FlateDecode") === true;
    const inside = isPacked ? inflateSync(stream) : stream;
    objects.set(Number(found[1]), head === undefined ? dictionary : head + inside.toString("latin1"));
    // What is packed may look like the beginning of another object.
    begin.lastIndex = head === undefined ? begin.lastIndex : from + length;
  }
  return objects;
}

function objectNamed(objects: ReadonlyMap<number, string>, named: RegExp): string {
  const found = [...objects.values()].find((object) => named.test(object));
  assert(found !== undefined, `the file has an object ${named}`);
  return found;
}

/** The object a dictionary refers to by a name: `/Contents 5 0 R`. */
function referred(objects: ReadonlyMap<number, string>, from: string, name: string): string {
  const [, no] = new RegExp(`/${name} (\\d+) 0 R`).exec(from) ?? [];
  const found = objects.get(Number(no));
  assert(found !== undefined, `${name} is in the file`);
  return found;
}

function linesOf(objects: ReadonlyMap<number, string>, page: string): string {
  const resources = referred(objects, page, "Resources");
  const listed = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? "";
  const fonts = new Map(
    [...listed.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = "", no]) => [
      name,
      fontOf(objects, objects.get(Number(no)) ?? ""),
    ]),
  );
  const placed = textsIn(referred(objects, page, "Contents"), fonts);
  const byHeight = Map.groupBy(placed, ({ y }) => Math.round(y));
  return [...byHeight]
    .toSorted(([one], [other]) => other - one)
    .map(([, line]) => line.toSorted((one, other) => one.x - other.x))
    .map((line) => line.map(({ text }) => text).join(" "))
    .join("\n");
}

/** A built-in font writes the letters of Windows; an embedded one says what its shapes are. */
function fontOf(objects: ReadonlyMap<number, string>, font: string): Font {
  if (!font.includes("/ToUnicode")) {
    assert(font.includes("/WinAnsiEncoding"), "a built-in font writes the letters of Windows");
    return (hex) => WINDOWS.decode(Buffer.from(hex, "hex"));
  }
  const letters = new Map<number, string>();
  const table = referred(objects, font, "ToUnicode");
  for (const [, first = "", list = ""] of table.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [place, [, letter = ""]] of [...list.matchAll(/<(\w+)>/g)].entries()) {
      const units = (letter.match(/\w{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set(Number.parseInt(first, 16) + place, String.fromCharCode(...units));
    }
  }
  return (hex) =>
    (hex.match(/\w{4}/g) ?? []).map((shape) => letters.get(Number.parseInt(shape, 16))).join("");
}

/** The texts of a page's content: `1 0 0 1 72 763.4 Tm`, `/F1 9 Tf`, `[<4865> 10 <6c> 0] TJ`. */
function textsIn(content: string, fonts: ReadonlyMap<string, Font>): readonly Placed[] {
  const placed: Placed[] = [];
  let [x, y] = [0, 0];
  let font: Font | undefined;
  for (const line of content.split("\n")) {
    const [, left, foot] = /^1 0 0 1 (\S+) (\S+) Tm$/.exec(line) ?? [];
    const [, name] = /^\/(\S+) \S+ Tf$/.exec(line) ?? [];
    const [, shown] = /^\[(.*)\] TJ$/.exec(line) ?? [];
    [x, y] = left === undefined ? [x, y] : [Number(left), Number(foot)];
    font = name === undefined ? font : fonts.get(name);
    if (shown !== undefined) {
      assert(font !== undefined, "text is written in a font of its page");
      const hex = [...shown.matchAll(/<(\w*)>/g)].map(([, part = ""]) => part);
      placed.push({ x, y, text: hex.map(font).join("") });
    }
  }
  return placed;
}
