import { IconArrowRight } from "@tabler/icons-react";
import type { ClaimPage } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Section } from "../parts/page.tsx";
import { ReceiptView } from "../parts/receiptView.tsx";
import { Serial } from "../parts/serial.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { en } from "../words/en.ts";
import { CaseActions } from "./caseActions.tsx";
import { ChoiceList } from "./choiceList.tsx";
import { Cover } from "./cover.tsx";
import { Payment } from "./payment.tsx";
import { ReporterAddress } from "./reporterAddress.tsx";
import { partNames, Story } from "./story.tsx";

const words = en.cases;

/** Two columns: what is going on, and what it rests on. */
export function CaseDetails({ page }: { readonly page: ClaimPage }) {
  const { claim, inspections, timeline } = page;
  return (
    <>
      <CaseActions claim={claim} />
      <div className="columns">
        <div>
          {claim.choices === undefined ? null : (
            <Section title={words.choiceSheet}>
              <ChoiceList choices={claim.choices} chosen={claim.route} />
            </Section>
          )}
          <Section
            title={words.receiptStands}
            note={inspections.length === 0 ? words.provisional : undefined}
          >
            <ReceiptView receipt={claim.receipt} />
          </Section>
          <Payment page={page} />
          <Parcels page={page} />
          <SwapDone page={page} />
          <Section title={words.history}>
            <Timeline entries={timeline} />
          </Section>
        </div>
        <div>
          <Section title={words.told}>
            <Story page={page} />
          </Section>
          <Section title={words.address}>
            <ReporterAddress reporter={page.reporter} />
          </Section>
          <Section title={words.cover}>
            <Cover page={page} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Parcels({ page: { intakes, shipments } }: { readonly page: ClaimPage }) {
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

function SwapDone({ page: { swap } }: { readonly page: ClaimPage }) {
  return swap === undefined ? null : (
    <Section title={words.swap}>
      <p>
        <Serial copy>{swap.oldSerial}</Serial> <IconArrowRight size={16} aria-hidden />{" "}
        <Serial copy>{swap.newSerial}</Serial> <span className="muted">{formatInstant(swap.at)}</span>
      </p>
    </Section>
  );
}
