import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { dataBlock } from "./dataBlock.ts";
import type { Frame } from "./frame.ts";

/** What anybody may know of a maker's warranty. */
export type MakersWarranty = {
  /** `2027-06-03` */
  readonly lastDay: string;
  readonly basis: keyof typeof en.cover.warrantyFrom;
};

/** How long the maker's warranty lasts or lasted, and what it is counted from. */
export function warrantyLine({ now, zone }: Frame, { lastDay, basis }: MakersWarranty): Html {
  const words = en.cover;
  const last = Temporal.PlainDate.from(lastDay);
  const isOver = Temporal.PlainDate.compare(dayOf(now, zone), last) > 0;
  const says = isOver ? words.warrantyEnded(formatDay(last)) : words.warrantyUntil(formatDay(last));
  return html`<p>${says}, ${words.warrantyFrom[basis]}.</p>`;
}

/**
 * The same for machines, in the words of schema.org: a unit with its serial, and a promise of free repair,
 * which is the maker's warranty and never a plan. Undefined once it is over.
 */
export function warrantyData(
  { now, zone }: Frame,
  unit: { readonly serial: string; readonly name?: string | undefined },
  { lastDay }: MakersWarranty,
): Html | undefined {
  const left = dayOf(now, zone).until(Temporal.PlainDate.from(lastDay), { largestUnit: "day" }).days;
  return left < 0
    ? undefined
    : dataBlock({
        "@context": "https://schema.org",
        "@type": "IndividualProduct",
        serialNumber: unit.serial,
        ...(unit.name === undefined ? {} : { name: unit.name }),
        offers: {
          "@type": "Offer",
          warranty: {
            "@type": "WarrantyPromise",
            durationOfWarranty: { "@type": "QuantitativeValue", value: left, unitCode: "DAY" },
            warrantyScope: "https://schema.org/PartsAndLabor-BringIn",
          },
        },
      });
}
