import { Button, FileInput } from "@mantine/core";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Column, ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { quotes as words } from "../words/en/quotes.ts";
import { BenchList } from "./benchList.tsx";

type Code = ReplyOf<"listBenchCodes">["data"][number];

const meaningOf = ({ facts }: Code) =>
  facts === undefined ? "" : [facts.cause, facts.lost, ...(facts.parts ?? [])].filter(Boolean).join(", ");

const columns: readonly Column<Code>[] = [
  { id: "kind", head: words.kind, value: ({ kind }) => kind, cell: ({ kind }) => words.codeKinds[kind] },
  { id: "family", head: words.family, value: ({ family }) => family, cell: ({ family }) => family },
  { id: "code", head: words.code, value: ({ code }) => code, cell: ({ code }) => code },
  { id: "title", head: words.name, value: ({ title }) => title, cell: ({ title }) => title },
  { id: "meaning", head: words.meaning, value: meaningOf, cell: meaningOf },
];

/** Symptoms, findings and checks by family; brought in as a file. */
export function CodesPage() {
  return (
    <BenchList
      title={words.codes}
      name="bench-codes"
      columns={columns}
      list={client.listBenchCodes}
      kinds={words.codeKinds}
      narrowings={[{ name: "families", label: words.family, hint: words.familyHint }]}
      rowKey={({ kind, family, code }) => `${kind} ${family} ${code}`}
      empty={words.noCode}
    >
      <BringCodes />
    </BenchList>
  );
}

function BringCodes() {
  const [file, setFile] = useState<File | null>(null);
  const announce = useAnnounce();
  const bringing = useAct(client.setBenchCodes, async ({ codes }) => {
    announce(words.brought(codes.length));
    setFile(null);
    await queryClient.invalidateQueries({ queryKey: ["bench-codes"] });
  });
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault();
        void file?.text().then((csv) => bringing.perform({ csv }));
      }}
    >
      <FileInput
        label={words.csv}
        description={words.csvHint}
        accept=".csv,text/csv"
        value={file}
        onChange={setFile}
      />
      <Button type="submit" disabled={file === null} loading={bringing.pending}>
        {words.bring}
      </Button>
      {bringing.problem === undefined ? null : <ProblemCard problem={bringing.problem} />}
    </form>
  );
}
