import type { RibbonLayout } from "./layoutRibbon.ts";
import { placeLabels, type Wish } from "./placeLabels.ts";

/**
 * The ribbon for a terminal: the same lanes in characters, `columns` wide (40 at least). No colour
 * needed.
 */
export function ribbonText(layout: RibbonLayout, columns = 78): string {
  const width = Math.max(columns, 40);
  const column = (part: number) => Math.min(Math.round(part * (width - 1)), width - 1);
  const { renewal } = layout;
  const dates = [
    ...layout.marks,
    ...(renewal === undefined ? [] : [{ at: renewal.from, label: renewal.label }]),
  ];
  const marks = rowsOf(
    dates.map((date) => ({ at: column(date.at), text: date.label })),
    width,
  ).toReversed();
  return [
    layout.device,
    ...marks,
    markLane(layout, column, width),
    deviceLane(layout, column, width),
    ...warrantyLane(layout, column, width),
    ...planLanes(layout, column, width),
    ...pipLanes(layout, column, width),
    ...flagLane(layout, column, width),
  ]
    .join("\n")
    .replaceAll("\u00a0", " ");
}

type Column = (part: number) => number;

/** Writes texts into an empty row; a later one covers an earlier one. */
function paint(width: number, texts: readonly (readonly [number, string])[]): string {
  const row = new Array<string>(width).fill(" ");
  for (const [at, text] of texts) {
    for (const [index, character] of Array.from(text).entries()) {
      if (at + index < width) {
        row[at + index] = character;
      }
    }
  }
  return row.join("").trimEnd();
}

function rowsOf(wishes: readonly Wish[], width: number): readonly string[] {
  const { placed, rows } = placeLabels(wishes, { left: 0, right: width, size: 1 / 0.6, gap: 2 }, "start");
  return Array.from({ length: rows }, (_, row) =>
    paint(
      width,
      placed.filter((one) => one.row === row).map((one) => [Math.floor(one.left), one.wish.text] as const),
    ),
  );
}

function markLane(layout: RibbonLayout, column: Column, width: number): string {
  const { renewal } = layout;
  const [from, to] = [column(renewal?.from ?? 0), column(renewal?.to ?? 0)];
  const opens = renewal === undefined ? [] : [[from, `|${"-".repeat(Math.max(to - from - 1, 0))}|`] as const];
  const marks = layout.marks.map((mark) => [column(mark.at), mark.kind === "today" ? "v" : "|"] as const);
  return paint(width, [...opens, ...marks]);
}

function deviceLane(layout: RibbonLayout, column: Column, width: number): string {
  const line = [[0, "-".repeat(width - 1)] as const, [width - 1, ">"] as const];
  const chips = layout.chips.map((chip) => {
    const from = column(chip.from);
    const room = chip.current ? width - from - 2 : column(chip.to) - from;
    const texts = [chip.label, chip.short, chip.serial.slice(-3)].map((text) => `[ ${text} ]`);
    const text = texts.find((one) => one.length <= room) ?? "[]";
    return [from, chip.fadesIn ? `~${text.slice(1)}` : text] as const;
  });
  return paint(width, [...line, ...chips]);
}

function warrantyLane(layout: RibbonLayout, column: Column, width: number): readonly string[] {
  const { warranty } = layout;
  if (warranty === undefined) {
    return [];
  }
  const [from, to] = [column(warranty.from), column(warranty.to)];
  const bar = "=".repeat(Math.max(to - from, 1));
  const text = ` ${warranty.label} `;
  const inside = text.length + 4 <= bar.length;
  const lane = [
    [from, bar] as const,
    [from, warranty.fadesIn ? "~~~" : ""] as const,
    [Math.max(to - 3, from), warranty.fadesOut ? "~~~" : ""] as const,
    [Math.min(to, width - 1), warranty.fadesOut ? "" : "|"] as const,
  ];
  const label = inside
    ? ([from + 3, text] as const)
    : ([Math.min(to + 1, width - text.length), text] as const);
  return to + text.length < width || inside
    ? [paint(width, [...lane, label])]
    : [paint(width, [label]), paint(width, lane)];
}

function planLanes(layout: RibbonLayout, column: Column, width: number): readonly string[] {
  const wishes = [...layout.plans, ...layout.gaps].map(({ from, label }) => ({
    at: column(from),
    text: label,
  }));
  const { openCase } = layout;
  const bracket =
    openCase === undefined
      ? []
      : rowsOf([{ at: column(openCase.from), text: `[! ${openCase.label} ]` }], width);
  const bars = layout.plans.flatMap((plan) => {
    const [from, past, to] = [column(plan.from), column(plan.pastTo), column(plan.to)];
    return [[from, ":".repeat(past - from)] as const, [past, "#".repeat(to - past)] as const];
  });
  const gaps = layout.gaps.map((gap) => {
    const from = column(gap.from);
    return [from, ".".repeat(Math.max(column(gap.to) - from, 1))] as const;
  });
  return [...rowsOf(wishes, width).toReversed(), ...bracket, paint(width, [...bars, ...gaps])];
}

const pipFaces = { filled: "(#)", half: "(-)", ring: "( )", dashed: "( ' )", crossed: "(x)" } as const;

function pipLanes(layout: RibbonLayout, column: Column, width: number): readonly string[] {
  const wishes = layout.pips.map((pip) => {
    const face = pip.shape === "filled" ? `(${pip.nth})` : pipFaces[pip.shape];
    return { at: column(pip.at), text: `${face} ${pip.label}` };
  });
  return rowsOf(wishes, width);
}

function flagLane(layout: RibbonLayout, column: Column, width: number): readonly string[] {
  const soonest = layout.flags[0];
  const others = layout.flags.slice(1).map((flag) => [column(flag.at), "!"] as const);
  if (soonest === undefined) {
    return [];
  }
  const text = `! ${soonest.label}`;
  return [paint(width, [...others, [Math.min(column(soonest.at), width - text.length), text]])];
}
