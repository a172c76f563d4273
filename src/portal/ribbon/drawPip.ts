import { type Html, html } from "../html.ts";
import type { Pip } from "./layoutPips.ts";
import { round } from "./placeLabels.ts";

const radius = 12;

/** A counted replacement: filled, half filled, ring, dashed ring or crossed ring, with its number. */
export function drawPip(pip: Pip, x: number, y: number): Html {
  const [left, right] = [round(x - radius), round(x + radius)];
  const half = html`<path class="pip-half" d="M${left} ${y}A${radius} ${radius} 0 0 0 ${right} ${y}Z"/>`;
  const cross = html`<path class="pip-cross" d="M${round(x - 8)} ${y + 8}L${round(x + 8)} ${y - 8}"/>`;
  return html`<g class="pip pip-${pip.shape}"><circle cx="${round(x)}" cy="${y}" r="${radius}"/>${
    pip.shape === "half" && half
  }<text x="${round(x)}" y="${y + 5}" text-anchor="middle">${pip.nth}</text>${
    pip.shape === "crossed" && cross
  }</g>`;
}

/** A deadline: a pennant on a pole. What must be done is solid, a right that ends is open. */
export function drawFlag(kind: "act" | "may", x: number, y: number): Html {
  return html`<path class="flag flag-${kind}" d="M${round(x)} ${y + 16}V${y}l12 5-12 5"/>`;
}

/** The patterns and fades a picture uses. Two pictures on one page need two prefixes. */
export function drawDefinitions(prefix: string, direction: "wide" | "narrow"): Html {
  const along = direction === "wide" ? { x2: 1, y2: 0 } : { x2: 0, y2: 1 };
  return html`<defs>
<pattern id="${prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)">
<path class="hatch" d="M0 0V6"/></pattern>
<linearGradient id="${prefix}-in" x1="0" y1="0" x2="${along.x2}" y2="${along.y2}">
<stop class="fade" offset="0"/><stop class="fade" offset="1" stop-opacity="0"/></linearGradient>
<linearGradient id="${prefix}-out" x1="0" y1="0" x2="${along.x2}" y2="${along.y2}">
<stop class="fade" offset="0" stop-opacity="0"/><stop class="fade" offset="1"/></linearGradient>
</defs>`;
}
