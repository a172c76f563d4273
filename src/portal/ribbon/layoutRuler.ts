import { formatMonth } from "../words/formatDate.ts";
import type { TimeScale } from "./timeScale.ts";

/** A tick at the first of a month; about eight of them carry a label. */
export type RulerTick = { readonly at: number; readonly label: string | undefined };

const mostTicks = 26;
const mostLabels = 6;
const steps = [1, 3, 6, 12, 24];

/** Month ticks over the whole scale, thinned to quarters, halves or years when there is no room. */
export function layoutRuler(scale: TimeScale, zone: string): readonly RulerTick[] {
  const first = scale.first.toZonedDateTimeISO(zone).toPlainDate();
  const last = scale.last.toZonedDateTimeISO(zone).toPlainDate();
  const months = (last.year - first.year) * 12 + last.month - first.month;
  const tickStep = steps.find((step) => months / step <= mostTicks) ?? 60;
  const labelStep = steps.find((step) => step >= tickStep && months / step <= mostLabels) ?? 60;
  const ticks: RulerTick[] = [];
  for (let month = first.with({ day: 1 }).add({ months: 1 }); ; month = month.add({ months: 1 })) {
    if (Temporal.PlainDate.compare(month, last) > 0) {
      return ticks;
    }
    const count = month.year * 12 + month.month - 1;
    if (count % tickStep === 0) {
      const unlabelled = ticks.every((tick) => tick.label === undefined);
      const label = count % labelStep === 0 ? formatMonth(month, unlabelled || month.month === 1) : undefined;
      ticks.push({ at: scale.at(month.toString()), label });
    }
  }
}
