import type { ClaimPage } from "../../client/index.ts";
import { Cover } from "../case/cover.tsx";
import { partNames, Story } from "../case/story.tsx";
import { EvidenceStrip } from "../evidence/evidenceStrip.tsx";
import { formatInstant } from "../format/formatDate.ts";
import { AlertCard } from "../parts/problemCard.tsx";
import { useKeys } from "../parts/useKeys.ts";
import { CaseOverrides } from "../review/caseOverrides.tsx";
import { en } from "../words/en.ts";
import { FindingsForm } from "./findingsForm.tsx";
import { LiveReceipt } from "./liveReceipt.tsx";
import { useInspection } from "./useInspection.ts";

/** Three columns: the owner's story, the findings, the receipt they lead to. */
export function Bench({ page }: { readonly page: ClaimPage }) {
  const { claim } = page;
  const { draft, change, live, saving, save, overtaken, isTheirs } = useInspection(page);
  useKeys({ "Ctrl+Enter": save });
  return (
    <div className="bench">
      <section className="bench-column" aria-labelledby="bench-story">
        <h2 id="bench-story">{en.bench.story}</h2>
        <Story page={page} />
        <h3>{en.cases.parcels}</h3>
        <ul className="plain">
          {page.intakes.map(({ at, parts, condition }) => (
            <li key={at}>
              {formatInstant(at)}: {partNames(parts)}
              <span className="muted"> {condition}</span>
            </li>
          ))}
        </ul>
        <EvidenceStrip claimId={claim.id} isOver={false} />
        <h3>{en.cases.cover}</h3>
        <Cover page={page} />
      </section>
      <section className="bench-column" aria-labelledby="bench-findings">
        <h2 id="bench-findings">{en.bench.findings}</h2>
        <FindingsForm claim={claim} series={page.device.series} draft={draft} onChange={change} />
      </section>
      <section className="bench-column bench-receipt" aria-labelledby="bench-receipt">
        <h2 id="bench-receipt">{en.bench.receipt}</h2>
        {overtaken ? <AlertCard title={en.cases.inspectedMeanwhile} /> : null}
        {isTheirs ? (
          <LiveReceipt
            live={live}
            saving={saving}
            told={claim.incident}
            again={claim.state === "inspected"}
            onSave={save}
          />
        ) : (
          <p className="muted">{en.bench.notYours}</p>
        )}
        {claim.state === "inspected" ? (
          <details className="bench-beyond">
            <summary>{en.bench.beyond}</summary>
            <CaseOverrides claim={claim} />
          </details>
        ) : null}
      </section>
    </div>
  );
}
