import { IconArrowRight } from "@tabler/icons-react";
import type { ClaimPage } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Section } from "../parts/page.tsx";
import { Serial } from "../parts/serial.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";
import { partNames } from "./story.tsx";

const words = en.cases;

/** What came in and what went out. */
export function Parcels({ page: { intakes, shipments } }: { readonly page: ClaimPage }) {
  return (
    <Section title={words.parcels}>
      {intakes.length === 0 ? <p className="muted">{words.parcelsNone}</p> : null}
      <ul className="plain">
        {intakes.map(({ at, parts, condition }) => (
          <li key={at}>
            {formatInstant(at)}: {partNames(parts)}. <span className="muted">{condition}</span>
          </li>
        ))}
        {shipments.map(({ at, serial, carrier, tracking, state }) => (
          <li key={at}>
            {formatInstant(at)}: <Serial copy>{serial}</Serial> {carrier}, {words.tracking}{" "}
            <code>{tracking}</code>{" "}
            <Badge tone={state === "delivered" ? "ok" : "waiting"}>{en.field.parcels[state] ?? state}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Which unit took the place of which. */
export function SwapDone({ page: { swap } }: { readonly page: ClaimPage }) {
  return swap === undefined ? null : (
    <Section title={words.swap}>
      <p>
        <Serial copy>{swap.oldSerial}</Serial> <IconArrowRight size={16} aria-hidden />{" "}
        <Serial copy>{swap.newSerial}</Serial> <span className="muted">{formatInstant(swap.at)}</span>
      </p>
    </Section>
  );
}
