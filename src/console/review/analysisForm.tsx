import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Claim, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { useReviewAct } from "./useReviewAct.ts";

type Told = CommandOf<"analyseFlight">;

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What the record of the last flight shows: it decides the case of a device that is gone. */
export function AnalysisForm({ claim }: { readonly claim: Claim }) {
  const told = claim.incident.flightLog as Told["flightLog"] | undefined;
  const [analysis, setAnalysis] = useState<Told["analysis"]>("customer");
  const [flightLog, setFlightLog] = useState<Told["flightLog"]>(told ?? "cloud");
  const [boundThroughout, setBound] = useState(true);
  const [warrantyEnds, setWarrantyEnds] = useState("");
  const saving = useReviewAct(client.analyseFlight, () => words.analysisDone);
  const papers = analysis === "maker" && warrantyEnds !== "" ? { warrantyEndsOn: warrantyEnds } : {};
  return (
    <Section title={words.analysis} note={words.analysisNote}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          saving.perform({ id: claim.id, analysis, flightLog, boundThroughout, ...papers });
        }}
      >
        <NativeSelect
          label={words.outcome}
          data={optionsOf(words.analyses)}
          value={analysis}
          onChange={(event) => setAnalysis(event.currentTarget.value as Told["analysis"])}
        />
        {analysis === "maker" ? (
          <TextInput
            label={words.warrantyEnds}
            description={words.warrantyEndsNote}
            type="date"
            value={warrantyEnds}
            onChange={(event) => setWarrantyEnds(event.currentTarget.value)}
          />
        ) : null}
        <NativeSelect
          label={words.flightLog}
          data={optionsOf(words.flightLogs)}
          value={flightLog}
          onChange={(event) => setFlightLog(event.currentTarget.value as Told["flightLog"])}
        />
        <Checkbox
          label={words.bound}
          checked={boundThroughout}
          onChange={(event) => setBound(event.currentTarget.checked)}
        />
        <Button type="submit" loading={saving.pending}>
          {words.analysisSave}
        </Button>
        {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
      </form>
    </Section>
  );
}
