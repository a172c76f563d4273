import { Button, FileInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  ProblemCard,
  useRole,
} from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { quotes as words } from "../words/en/quotes.ts";

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
  const keeps = useRole().role === "manager";
  const query = useQuery({
    queryKey: ["bench-codes", "all"],
    queryFn: ({ signal }) => client.listBenchCodes({ limit: 200 }, { signal }),
  });
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.codes}
        actions={
          <CsvButton
            name="bench-codes"
            columns={columns}
            rows={() => everyRow(client.listBenchCodes, {})}
            empty={rows.length === 0}
          />
        }
      />
      {keeps ? <BringCodes /> : null}
      <Listing
        label={words.codes}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ kind, family, code }) => `${kind} ${family} ${code}`}
        empty={<EmptyState says={words.noCode} />}
      />
    </div>
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
