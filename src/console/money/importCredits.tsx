import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { isRefused, type ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { Money } from "../parts/money.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { SmallTable } from "./smallTable.tsx";
import { useMoneyAct } from "./useMoneyAct.ts";

/** Reads the bank's report: what is wrong with which line, what would be booked, then books it. */
export function ImportCredits({ onClose }: { readonly onClose: () => void }) {
  const [csv, setCsv] = useState("");
  const [checked, setChecked] = useState<ReplyOf<"bookCredits">>();
  const checking = useAct(
    (command: { csv: string }) => client.bookCredits(command, { dryRun: true }),
    (reply) => setChecked(isRefused(reply) ? undefined : reply),
  );
  const booking = useMoneyAct(
    client.bookCredits,
    ({ booked, known }) => words.booked(booked, known),
    onClose,
  );
  const change = (text: string) => {
    setCsv(text);
    setChecked(undefined);
    checking.reset();
    booking.reset();
  };
  const problem = booking.problem ?? checking.problem;
  return (
    <form
      className="form card wide-form"
      onSubmit={(event) => {
        event.preventDefault();
        (checked === undefined ? checking : booking).perform({ csv });
      }}
    >
      <label className="file-label">
        {words.importFile}{" "}
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(change)}
        />
      </label>
      <Textarea
        label={words.import}
        description={words.importHint}
        autosize
        minRows={3}
        maxRows={12}
        required
        spellCheck={false}
        value={csv}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {checked === undefined ? null : <Checked reply={checked} />}
      <div className="row">
        <Button type="submit" loading={checking.pending || booking.pending}>
          {checked === undefined ? words.importCheck : words.importBook}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}

function Checked({ reply: { booked, known, credits } }: { readonly reply: ReplyOf<"bookCredits"> }) {
  return (
    <div role="status">
      <p>{words.wouldBook(booked, known)}</p>
      <SmallTable
        label={words.import}
        heads={[words.bankId, words.referenceText, words.suggestion, { number: words.amount }]}
        none=""
        rows={credits.map(({ bankId, reference, suggestions, amount }) => ({
          key: bankId,
          cells: [bankId, reference, suggestions.join(", "), <Money key="sum" of={amount} />],
        }))}
      />
    </div>
  );
}
