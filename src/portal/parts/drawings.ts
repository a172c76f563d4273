import { type Html, html } from "../html.ts";

/**
 * Line drawings on a grid of 64: two-pixel lines, one warm accent. A plan for other devices adds its own
 * here.
 */
const shapes = {
  aircraft: html`<path d="M24 29h16l3 7-4 6H25l-4-6zM24 31 11 24M40 31l13-7M23 40l-12 8M41 40l12 8"/>
<ellipse cx="10" cy="22" rx="8" ry="2.5"/><ellipse cx="54" cy="22" rx="8" ry="2.5"/>
<ellipse cx="10" cy="49" rx="8" ry="2.5"/><ellipse cx="54" cy="49" rx="8" ry="2.5"/>
<circle class="warm" cx="32" cy="46" r="4"/>`,
  camera: html`<rect x="8" y="18" width="48" height="32" rx="5"/><path d="M16 18v-3h8v3"/>
<rect x="12" y="26" width="16" height="14" rx="2"/><circle cx="43" cy="34" r="9"/>
<circle class="warm" cx="43" cy="34" r="4"/>`,
  gimbal: html`<rect x="26" y="30" width="12" height="28" rx="4"/><path d="M32 30v-6h12V12"/>
<rect x="17" y="6" width="27" height="14" rx="3"/><circle class="warm" cx="24" cy="13" r="3.5"/>
<path d="M30 38h4M30 43h4"/>`,
  check: html`<rect x="10" y="14" width="34" height="38" rx="3"/><path d="M17 24h20M17 31h14M17 38h8"/>
<circle class="warm" cx="42" cy="40" r="9"/><path class="warm" d="m49 47 7 8"/>`,
  code: html`<path d="M8 20h48v8a4 4 0 0 0 0 8v8H8v-8a4 4 0 0 0 0-8z"/><path d="M20 20v4M20 30v4M20 40v4"/>
<path class="warm" d="M28 28h20M28 36h12"/>`,
  broken: html`<rect x="8" y="20" width="48" height="30" rx="5"/><path d="M16 20v-4h8v4"/>
<circle cx="42" cy="35" r="8"/>
<path class="warm" d="m22 20 5 10-6 4 7 7-4 9"/>`,
  basket: html`<path d="M14 24h36l-3 28H17zM24 24v-5a8 8 0 0 1 16 0v5"/>
<path class="warm" d="m25 38 5 5 9-10"/>`,
  drop: html`<rect x="20" y="12" width="26" height="18" rx="3" transform="rotate(-18 33 21)"/>
<circle cx="35" cy="20" r="4"/>
<path d="M8 54h48"/><path class="warm" d="m30 38 2 8 2-8M18 44l4 6M46 44l-4 6"/>`,
  water: html`<rect x="16" y="16" width="32" height="22" rx="4"/><circle cx="38" cy="27" r="6"/>
<path class="warm" d="M6 42c5-4 8-4 13 0s8 4 13 0 8-4 13 0 8 4 13 0M6 52
c5-4 8-4 13 0s8 4 13 0 8-4 13 0 8 4 13 0"/>`,
  flyaway: html`<g stroke-dasharray="4 4">
<path d="M25 24h14l3 6-4 5H26l-4-5zM24 26l-12-6M40 26l12-6M24 34l-11 6M40 34l11 6"/>
<path d="M4 19h16M44 19h16M4 41h16M44 41h16"/></g><path class="warm" d="M28 47a4 4 0 1 1 5 4v2M33 58v.5"/>`,
  defect: html`<rect x="8" y="18" width="48" height="32" rx="5"/>
<path class="warm" d="M32 24v10M25 28a10 10 0 1 0 14 0"/>`,
  screen: html`<rect x="14" y="8" width="36" height="48" rx="4"/><path d="M14 48h36"/>
<path class="warm" d="M30 8l-4 13 9 5-8 10 5 12M26 21l-12 6M27 36l-13 3M35 26l15-6"/>`,
  other: html`<rect x="8" y="18" width="48" height="32" rx="5"/>
<path class="warm" d="M20 34h.5M32 34h.5M44 34h.5" stroke-width="4"/>`,
  parcel: html`<path d="m8 20 24-10 24 10v26L32 56 8 46zM8 20l24 10 24-10M32 30v26"/>
<path class="warm" d="m20 15 24 10v8"/>`,
  letter: html`<rect x="8" y="16" width="48" height="34" rx="3"/><path class="warm" d="m8 20 24 18 24-18"/>`,
  map: html`<path d="M10 16l14-5 16 5 14-5v37l-14 5-16-5-14 5zM24 11v37M40 16v37"/>
<path class="warm" d="m29 28 6 6m0-6-6 6"/>`,
} as const;

export type DrawingName = keyof typeof shapes;

/** A drawing that only decorates: the words beside it say the same, so it is hidden from readers. */
export function drawing(name: DrawingName, kind = "picture"): Html {
  return html`<svg class="drawing ${kind}" viewBox="0 0 64 64" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The outline of a device by its group or model; unknown groups get the plain camera body. */
export function outlineOf(group: string | undefined): DrawingName {
  if (group === "aircraft" || group === "gimbal") {
    return group;
  }
  return "camera";
}

const marks = {
  ok: html`<circle cx="10" cy="10" r="8"/><path d="m6 10 3 3 5-6"/>`,
  waiting: html`<circle cx="10" cy="10" r="8"/><path d="M10 5v5l3 3"/>`,
  needs: html`<path d="M10 2 19 18H1z"/><path d="M10 8v4M10 15v.5"/>`,
  problem: html`<circle cx="10" cy="10" r="8"/><path d="m7 7 6 6m0-6-6 6"/>`,
  plain: html`<circle cx="10" cy="10" r="8"/><path d="M10 9v5M10 6v.5"/>`,
  go: html`<path d="m7 4 6 6-6 6"/>`,
  done: html`<circle cx="10" cy="10" r="8" fill="currentColor"/><path class="cut" d="m6 10 3 3 5-6"/>`,
  now: html`<circle cx="10" cy="10" r="8"/><circle cx="10" cy="10" r="3" fill="currentColor"/>`,
  ahead: html`<circle cx="10" cy="10" r="8" stroke-dasharray="3 3"/>`,
  cross: html`<path d="m4 4 12 12M16 4 4 16"/>`,
  box: html`<rect x="3" y="3" width="14" height="14"/>`,
} as const;

export type MarkName = keyof typeof marks;

/** A small mark of state. A word always stands beside it. */
export function mark(name: MarkName, kind = ""): Html {
  return html`<svg class="drawing ${kind}" viewBox="0 0 20 20" aria-hidden="true">${marks[name]}</svg>`;
}
