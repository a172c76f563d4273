import type { RibbonLayout } from "./layoutRibbon.ts";

/** A label that points at a place on the time line. */
export type Note = {
  readonly at: number;
  readonly text: string;
  readonly strong: boolean;
  readonly kind: "mark" | "chip" | "lane" | "pip" | "flag" | "case";
};

/** Every label of the ribbon in the order of time, each with the place it belongs to. */
export function listNotes(layout: RibbonLayout): readonly Note[] {
  const note =
    (kind: Note["kind"], strong = false) =>
    (item: { at: number; label: string }): Note => ({
      at: item.at,
      text: item.label,
      strong,
      kind,
    });
  const start = (item: { from: number; label: string }) => ({ at: item.from, label: item.label });
  const { warranty, renewal, openCase } = layout;
  const notes = [
    ...layout.marks.map((mark) => note("mark", mark.kind === "today")(mark)),
    ...layout.chips.slice(1).map((chip) => note("chip")(start(chip))),
    ...(warranty === undefined ? [] : [note("lane")({ at: warranty.to, label: warranty.label })]),
    ...layout.plans.map((plan) => note("lane", true)(start(plan))),
    ...layout.gaps.map((gap) => note("lane")(start(gap))),
    ...layout.pips.map((pip) => note("pip")(pip)),
    ...(renewal === undefined ? [] : [note("lane")(start(renewal))]),
    ...(openCase === undefined ? [] : [note("case", true)(start(openCase))]),
    ...layout.flags.slice(0, 1).map(note("flag")),
  ];
  return notes.toSorted((one, other) => one.at - other.at);
}
