import { type Html, html } from "../html.ts";
import { drawDefinitions, drawFlag, drawPip } from "./drawPip.ts";
import type { Chip, PlanStretch, RibbonLayout, Warranty } from "./layoutRibbon.ts";
import { listNotes, type Note } from "./listNotes.ts";
import { breakLines, round, spreadBoxes } from "./placeLabels.ts";

const width = 288;
const lanes = { device: 6, warranty: 40, bracket: 58, plan: 66, notes: 116 };
const lineHeight = 19;
const mostCharacters = 21;

/**
 * The ribbon from top to bottom, for phones: lanes on the left, every date and label as a note on the
 * right.
 */
export function drawNarrow(layout: RibbonLayout, prefix: string): Html {
  const notes = listNotes(layout).map((note) => ({ note, lines: breakLines(note.text, mostCharacters) }));
  const boxes = notes.map(({ note, lines }) => ({ at: note.at, height: lines.length * lineHeight + 7 }));
  const wanted = boxes.reduce((sum, box) => sum + box.height, 0);
  const length = Math.max(360, wanted + 10);
  const y = (part: number) => round(8 + part * (length - 8));
  const tops = spreadBoxes(
    boxes.map((box) => ({ ...box, at: y(box.at) - 10 })),
    length,
  );
  const texts = notes.map(({ note, lines }, index) => drawNote(note, lines, { top: tops[index] ?? 0, y }));
  return html`<svg class="ribbon ribbon-narrow" viewBox="0 0 ${width} ${length + 8}" role="img"
 aria-labelledby="${prefix}-title ${prefix}-facts">
<title id="${prefix}-title">${layout.title}</title>
<desc id="${prefix}-facts">${layout.facts.map((fact) => `${fact.label}: ${fact.value}. `)}</desc>
${drawDefinitions(prefix, "narrow")}
${drawLanes(layout, prefix, y)}
<path class="today" d="M0 ${y(layout.today)}H${lanes.notes - 14}"/>
${texts}
${layout.pips.map((pip) => drawPip(pip, lanes.plan + 13, y(pip.at)))}
${layout.flags.map((flag) => drawFlag(flag.kind, lanes.plan + 30, y(flag.at) - 8))}</svg>`;
}

type Down = (part: number) => number;

function drawLanes(layout: RibbonLayout, prefix: string, y: Down): Html {
  const line = html`<path class="device-line" d="M18 ${y(0)}V${y(1)}M13 ${y(1) - 6}l5 6 5-6"/>`;
  const { openCase } = layout;
  const caseEnd = openCase && Math.max(y(openCase.to), y(openCase.from) + 8);
  const bracket =
    openCase && html`<path class="bracket" d="M${lanes.plan - 2} ${y(openCase.from)}h-6V${caseEnd}h6"/>`;
  return html`${line}${layout.chips.map((chip) => drawChip(chip, prefix, y))}
${layout.warranty && drawWarranty(layout.warranty, prefix, y)}
${layout.plans.map((plan) => drawPlan(plan, prefix, y))}
${layout.gaps.map(
  (gap) => html`<rect class="gap" x="${lanes.plan + 1}" y="${y(gap.from)}" width="24"
 height="${round(y(gap.to) - y(gap.from))}"/>`,
)}${bracket}`;
}

function drawChip(chip: Chip, prefix: string, y: Down): Html {
  const top = y(chip.from);
  const height = round(
    Math.max((chip.current ? Math.min(y(chip.to) - 12, top + 74) : y(chip.to) - 3) - top, 4),
  );
  const text = html`<text transform="translate(13 ${top + (chip.fadesIn ? 16 : 8)}) rotate(90)">
${chip.serial.slice(-6)}</text>`;
  const fade = html`<rect class="over" x="4" y="${top - 3}" width="28" height="30"
 fill="url(#${prefix}-in)"/>`;
  return html`<g class="chip ${chip.current ? "chip-current" : "chip-past"}">
<rect x="${lanes.device}" y="${top}"
 width="24" height="${height}" rx="4"/>${chip.fadesIn && fade}${height >= 66 && text}</g>`;
}

function drawWarranty(warranty: Warranty, prefix: string, y: Down): Html {
  const [top, bottom] = [y(warranty.from), y(warranty.to)];
  const fade = (fill: string, from: number) =>
    html`<rect class="over" x="39" y="${round(from)}" width="10" height="50" fill="url(#${fill})"/>`;
  const end = html`<path class="lane-end" d="M37 ${bottom}h14"/>`;
  return html`<rect class="warranty" x="${lanes.warranty}" y="${top}"
 width="8" height="${round(bottom - top)}"
 fill="url(#${prefix}-hatch)"/>${warranty.fadesIn && fade(`${prefix}-in`, top - 1)}
${warranty.fadesOut ? fade(`${prefix}-out`, bottom - 49) : end}`;
}

function drawPlan(plan: PlanStretch, prefix: string, y: Down): Html {
  const [from, past, to] = [y(plan.from), y(plan.pastTo), y(plan.to)];
  return html`<rect class="plan-past" x="${lanes.plan}" y="${from}" width="26"
 height="${round(past - from)}"/>
<rect class="plan" x="${lanes.plan}" y="${past}" width="26" height="${round(to - past)}"/>${
    plan.fadesIn &&
    html`<rect class="over" x="65" y="${y(0) - 9}" width="28" height="50" fill="url(#${prefix}-in)"/>`
  }`;
}

function drawNote(note: Note, lines: readonly string[], { top, y }: { top: number; y: Down }): Html {
  const place = y(note.at);
  const from = lanes.plan + (note.kind === "pip" ? 26 : 28);
  const middle = round(top + 10);
  const leader = html`<path class="leader ${note.strong && "leader-today"}" d="M${from} ${place}h4L${
    lanes.notes - 10
  } ${middle}h6"/>`;
  return html`${leader}<text class="${note.strong ? "strong" : "plain"} note-${note.kind}" x="${lanes.notes}"
 y="${middle + 5}">${lines.map(
   (line, index) => html`<tspan x="${lanes.notes}" dy="${index === 0 ? 0 : lineHeight}">${line}</tspan>`,
 )}</text>`;
}
