import { type Html, html } from "../html.ts";
import { drawDefinitions, drawFlag, drawPip } from "./drawPip.ts";
import type { Chip, MarkKind, RibbonLayout, Stretch } from "./layoutRibbon.ts";
import { type Placed, placeLabels, round, type Wish, widthOf } from "./placeLabels.ts";

const width = 720;
const left = 4;
const right = width - 4;
const size = 15;
const rowHeight = 21;
const room = { left, right, size, gap: 12 };

const x = (part: number) => round(left + part * (right - left));

/** A row of the picture as it is built: what to draw, and how far down it reaches. */
type Band = { readonly bottom: number; readonly picture: Html };

/** The ribbon from left to right, for 640 px and more. Text is 15 units high, so 13 px at the smallest. */
export function drawWide(layout: RibbonLayout, prefix: string): Html {
  const marks = drawMarks(layout);
  const device = drawDevices(layout, prefix, marks.bottom);
  const warranty = drawWarranty(layout, prefix, device.bottom + 10);
  const plan = drawPlans(layout, prefix, warranty.bottom + 10);
  const pips = drawPips(layout, plan.bottom);
  const flags = drawFlags(layout, pips.bottom + 10);
  const ruler = drawRuler(layout, flags.bottom + 12);
  const bands = [device, warranty, plan, pips, flags, ruler];
  return html`<svg class="ribbon ribbon-wide" viewBox="0 0 ${width} ${ruler.bottom}" role="img"
 aria-labelledby="${prefix}-title ${prefix}-facts">
<title id="${prefix}-title">${layout.title}</title>
<desc id="${prefix}-facts">${layout.facts.map((fact) => `${fact.label}: ${fact.value}. `)}</desc>
${drawDefinitions(prefix, "wide")}
${drawLeaders(layout, marks.bottom, ruler.bottom - 26)}
${bands.map((band) => band.picture)}${marks.picture}</svg>`;
}

function label(placed: Placed<Wish>, baseline: number): Html {
  const kind = placed.wish.strong === true ? "strong" : "plain";
  return html`<text class="${kind}" x="${placed.left}" y="${baseline}">${placed.wish.text}</text>`;
}

type MarkWish = Wish & { readonly kind: MarkKind | "renewal" };

function placeMarks(layout: RibbonLayout) {
  const { marks, renewal } = layout;
  const opens =
    renewal === undefined ? [] : [{ at: renewal.from, label: renewal.label, kind: "renewal" as const }];
  const wishes = [...marks, ...opens].map(
    ({ at, label, kind }): MarkWish => ({ at: x(at) + 5, text: label, kind, strong: kind === "today" }),
  );
  return placeLabels(wishes, { ...room, right: right - 5 }, "start");
}

/**
 * The dates above the lanes. Each stands beside the hairline that drops from it; today's goes all the
 * way.
 */
function drawMarks(layout: RibbonLayout): Band {
  const { placed, rows } = placeMarks(layout);
  const bottom = rows * rowHeight + 12;
  const baseline = (row: number) => bottom - 14 - row * rowHeight;
  const texts = placed.map((one) => label(one, baseline(one.row)));
  const stretch = layout.renewal && drawRenewal(layout.renewal, bottom - 4);
  return { bottom, picture: html`${texts}${stretch}` };
}

function drawRenewal({ from, to }: Stretch, y: number): Html {
  const [left, right] = [x(from), x(to)];
  return html`<path class="renewal" d="M${left} ${y - 5}v10M${left} ${y}H${right}M${right} ${y - 5}v10"/>`;
}

function drawLeaders(layout: RibbonLayout, top: number, bottom: number): Html {
  const leaders = placeMarks(layout).placed.map(({ wish, row }) => {
    const at = round(wish.at - 5);
    const start = top - 27 - row * rowHeight;
    return wish.kind === "today"
      ? html`<path class="today" d="M${at} ${start}V${bottom}"/>
<path class="today-point" d="M${at} ${top}l-7-9h14z"/>`
      : html`<path class="leader" d="M${at} ${start}V${wish.kind === "renewal" ? top - 4 : bottom}"/>`;
  });
  return html`${leaders}`;
}

function drawDevices(layout: RibbonLayout, prefix: string, top: number): Band {
  const height = 32;
  const middle = top + height / 2;
  const chips = layout.chips.map((chip) => drawChip(chip, { prefix, top, height }));
  const line = html`<path class="device-line"
 d="M${x(0)} ${middle}H${x(1)}M${x(1) - 6} ${middle - 5}l6 5-6 5"/>`;
  return { bottom: top + height, picture: html`${line}${chips}` };
}

type Lane = { readonly prefix: string; readonly top: number; readonly height: number };

/** A chip reaches as far as its device served, the present one as far as its text; the line runs on. */
function drawChip(chip: Chip, { prefix, top, height }: Lane): Html {
  const served = x(chip.to) - x(chip.from) - 3;
  const texts = chip.current ? [chip.label, chip.short] : [chip.short, chip.serial.slice(-3), ""];
  const room = chip.current ? right - x(chip.from) - 16 : served;
  const text = texts.find((one) => widthOf(one, size) + 20 <= room) ?? "";
  const reach = chip.current ? Math.min(room, widthOf(text, size) + 24) : served;
  const fade = html`<rect class="over" x="${x(chip.from) - 3}" y="${top - 2}" width="36"
 height="${height + 4}" fill="url(#${prefix}-in)"/>`;
  return html`<g class="chip ${chip.current ? "chip-current" : "chip-past"}">
<rect x="${x(chip.from)}" y="${top}"
 width="${Math.max(round(reach), 4)}" height="${height}" rx="4"/>${chip.fadesIn && fade}
<text x="${x(chip.from) + (chip.fadesIn ? 18 : 10)}" y="${top + 21}">${text}</text></g>`;
}

function drawWarranty(layout: RibbonLayout, prefix: string, top: number): Band {
  const { warranty } = layout;
  if (warranty === undefined) {
    return { bottom: top - 10, picture: html`` };
  }
  const [from, to] = [x(warranty.from), x(warranty.to)];
  const { placed } = placeLabels([{ at: from, text: warranty.label }], room, "start");
  const y = top + 22;
  const end = html`<path class="lane-end" d="M${to} ${y - 3}v14"/>`;
  return {
    bottom: y + 9,
    picture: html`${placed.map((one) => label(one, top + 15))}
<rect class="warranty" x="${from}" y="${y}" width="${round(to - from)}" height="8"
 fill="url(#${prefix}-hatch)"/>
${warranty.fadesIn && drawFade(`${prefix}-in`, from - 1, y)}
${warranty.fadesOut ? drawFade(`${prefix}-out`, to - 59, y) : end}`,
  };
}

function drawFade(fill: string, from: number, y: number): Html {
  return html`<rect class="over" x="${round(from)}" y="${y - 1}" width="60" height="10"
 fill="url(#${fill})"/>`;
}

function drawPlans(layout: RibbonLayout, prefix: string, top: number): Band {
  const named = layout.plans.map((plan) => ({ at: x(plan.from), text: plan.label, strong: true }));
  const gaps = layout.gaps.map((gap) => ({ at: x(gap.from), text: gap.label }));
  const { placed, rows } = placeLabels([...named, ...gaps], room, "start");
  const bracketTop = top + rows * rowHeight;
  const y = bracketTop + (layout.openCase === undefined ? 2 : 34);
  const texts = placed.map((one) => label(one, bracketTop - 6 - one.row * rowHeight));
  const lanes = layout.plans.map(
    (plan) => html`<rect class="plan-past" x="${x(plan.from)}" y="${y}"
 width="${round(x(plan.pastTo) - x(plan.from))}" height="24"/>
<rect class="plan" x="${x(plan.pastTo)}" y="${y}" width="${round(x(plan.to) - x(plan.pastTo))}" height="24"/>
${
  plan.fadesIn &&
  html`<rect class="over" x="0" y="${y - 1}" width="60" height="26" fill="url(#${prefix}-in)"/>`
}`,
  );
  const holes = layout.gaps.map(
    (gap) => html`<rect class="gap" x="${x(gap.from)}" y="${y + 1}"
 width="${round(x(gap.to) - x(gap.from))}" height="22"/>`,
  );
  const bracket = layout.openCase && drawBracket(layout.openCase, bracketTop);
  return { bottom: y + 24, picture: html`${texts}${bracket}${lanes}${holes}` };
}

function drawBracket(openCase: Stretch & { readonly label: string }, top: number): Html {
  const from = x(openCase.from);
  const to = Math.max(x(openCase.to), from + 10);
  const { placed } = placeLabels([{ at: from, text: openCase.label, strong: true }], room, "start");
  return html`<path class="bracket" d="M${from} ${top + 31}v-8H${to}v8"/>
<g class="bracket-label">${placed.map((one) => label(one, top + 15))}</g>`;
}

function drawPips(layout: RibbonLayout, top: number): Band {
  if (layout.pips.length === 0) {
    return { bottom: top, picture: html`` };
  }
  const y = top + 18;
  const wishes = layout.pips.map((pip) => ({ at: x(pip.at), text: pip.label }));
  const { placed, rows } = placeLabels(wishes, { ...room, gap: 6 }, "middle");
  const bottom = y + 16 + rows * rowHeight;
  const stems = placed.map((one) => {
    const end = y + 16 + one.row * rowHeight;
    return html`<path class="leader" d="M${one.wish.at} ${top}V${end}"/>`;
  });
  const texts = placed.map((one) => label(one, y + 31 + one.row * rowHeight));
  return { bottom, picture: html`${stems}${texts}${layout.pips.map((pip) => drawPip(pip, x(pip.at), y))}` };
}

/** At most three flags; only the soonest is named, the list beside the picture names the others. */
function drawFlags(layout: RibbonLayout, top: number): Band {
  const soonest = layout.flags[0];
  if (soonest === undefined) {
    return { bottom: top - 10, picture: html`` };
  }
  const others = layout.flags.slice(1).map((flag) => x(flag.at));
  const reach = widthOf(soonest.label, size) + 18;
  const onRight = x(soonest.at) + reach <= Math.min(right, ...others);
  const at = onRight ? x(soonest.at) + 18 : Math.max(left, x(soonest.at) - reach + 12);
  const flags = layout.flags.map((flag) => drawFlag(flag.kind, x(flag.at), top));
  const text = html`<text class="flag-label" x="${round(at)}" y="${top + 13}">${soonest.label}</text>`;
  return { bottom: top + 18, picture: html`${flags}${text}` };
}

function drawRuler(layout: RibbonLayout, top: number): Band {
  const ticks = layout.ruler.map((tick) => {
    const mark = html`<path class="tick" d="M${x(tick.at)} ${top}v${tick.label === undefined ? 4 : 8}"/>`;
    const fits = tick.label !== undefined && x(tick.at) + widthOf(tick.label, size) <= right;
    return html`${mark}${
      fits &&
      html`<text class="tick-label" x="${x(tick.at)}" y="${top + 23}">${tick.label}
</text>`
    }`;
  });
  return { bottom: top + 28, picture: html`<path class="tick" d="M${left} ${top}H${right}"/>${ticks}` };
}
