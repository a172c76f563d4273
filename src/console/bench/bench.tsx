import { useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { Cover } from "../case/cover.tsx";
import { partNames, Story } from "../case/story.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";
import { draftOf, inspectionOf, isPriceClear } from "./draft.ts";
import { FindingsForm } from "./findingsForm.tsx";
import { LiveReceipt } from "./liveReceipt.tsx";
import { useLiveReceipt } from "./useLiveReceipt.ts";

/** Three columns: the owner's story, the findings, the receipt they lead to. */
export function Bench({ page }: { readonly page: ClaimPage }) {
  const { claim } = page;
  const [draft, setDraft] = useState(() => draftOf(claim));
  const clear = isPriceClear(draft, claim.currency);
  const live = useLiveReceipt(inspectionOf(draft, claim), clear);
  const saving = useSaveCase(client.inspectDevice, () => en.bench.saved);
  const save = () => {
    if (live.settles) {
      saving.perform(inspectionOf(draft, claim));
    }
  };
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
        <h3>{en.cases.cover}</h3>
        <Cover page={page} />
      </section>
      <section className="bench-column" aria-labelledby="bench-findings">
        <h2 id="bench-findings">{en.bench.findings}</h2>
        <FindingsForm claim={claim} draft={draft} onChange={setDraft} />
      </section>
      <section className="bench-column bench-receipt" aria-labelledby="bench-receipt">
        <h2 id="bench-receipt">{en.bench.receipt}</h2>
        <LiveReceipt live={live} saving={saving} again={claim.state === "inspected"} onSave={save} />
      </section>
    </div>
  );
}
