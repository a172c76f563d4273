import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ClaimPage } from "../../client/index.ts";
import { CaseFrame } from "../case/caseFrame.tsx";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { useDraft } from "../parts/useDraft.ts";
import { useKeys } from "../parts/useKeys.ts";
import { quotes as words } from "../words/en/quotes.ts";
import { blankLine, type DraftLine, linesOf } from "./quoteDraft.ts";
import { QuoteLines } from "./quoteLines.tsx";
import { QuotePaper } from "./quotePaper.tsx";

/** What a repair costs: lines from the price list on the left, what the owner reads on the right. */
export function QuotePage() {
  return (
    <CaseFrame title={words.title} states={["inspected"]} wide>
      {(page) => <QuoteForm key={page.claim.id} page={page} />}
    </CaseFrame>
  );
}

function QuoteForm({ page: { claim, device } }: { readonly page: ClaimPage }) {
  const draft = useDraft<readonly DraftLine[]>(`${claim.id} quote`, () => [blankLine(1)]);
  const [days, setDays] = useState("14");
  const before = useQuery({
    queryKey: ["claim", claim.id, "quotes"],
    queryFn: ({ signal }) => client.listQuotes({ id: claim.id }, { signal }),
  });
  const lines = linesOf(draft.value, claim);
  const validDays = /^[1-9]\d?$/.test(days.trim()) ? Number(days) : undefined;
  const told =
    lines === undefined || validDays === undefined ? undefined : { id: claim.id, lines, validDays };
  const preview = useQuery({
    queryKey: ["claim", claim.id, "quote", told],
    queryFn: ({ signal }) => client.makeQuote(told as NonNullable<typeof told>, { dryRun: true, signal }),
    enabled: told !== undefined,
    retry: false,
    gcTime: 0,
  });
  const tried = told === undefined ? undefined : preview.data;
  const isQuoted = tried !== undefined && "quote" in tried;
  const saving = useSaveCase(client.makeQuote, () => {
    draft.drop();
    return words.sent;
  });
  const send = () => {
    if (told !== undefined) {
      saving.perform({ ...told, quotes: before.data?.data.length ?? 0 });
    }
  };
  useKeys({ "Ctrl+Enter": send });
  return (
    <div className="columns">
      <div>
        <QuoteLines
          lines={draft.value}
          claim={claim}
          model={device.model}
          onChange={(changed) => draft.change(() => changed)}
        />
        <div className="row end">
          <TextInput
            label={words.validDays}
            inputMode="numeric"
            className="number-input"
            maxLength={2}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
          <Button disabled={!isQuoted} loading={saving.pending} onClick={send}>
            {words.send}
          </Button>
        </div>
        {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
      </div>
      <div>
        <Section title={words.preview}>
          {preview.error === null ? null : <p role="status">{preview.error.message}</p>}
          {tried !== undefined && "quote" in tried ? <QuotePaper quote={tried.quote} /> : null}
          {tried !== undefined && "code" in tried ? <p className="refusal">{tried.says}</p> : null}
        </Section>
        {before.data === undefined || before.data.data.length === 0 ? null : (
          <Section title={words.before}>
            {before.data.data.map((quote) => (
              <QuotePaper
                key={quote.no}
                quote={quote}
                href={`/v1/claims/${claim.id}/quotes/${quote.no}.pdf`}
              />
            ))}
          </Section>
        )}
      </div>
    </div>
  );
}
