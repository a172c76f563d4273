import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readSerial } from "../format/formatSerial.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { verifications as words } from "../words/en/verifications.ts";
import { verificationColumns } from "./verificationColumns.tsx";
import { everyVerification, verificationQueries } from "./verificationQueries.ts";

const TABS = {
  mine: "submitted",
  owner: "asked,filming,asked_again",
  over: "accepted,refused,lapsed,withdrawn",
} as const;
type Tab = keyof typeof TABS;

/** What is to be looked at, the oldest first. */
export function VerificationsPage() {
  const { search, onFilter } = useListSearch();
  const tab: Tab = search.tab === "owner" || search.tab === "over" ? search.tab : "mine";
  const question = {
    // A serial that was scanned is found whatever became of it.
    ...(search.serial === undefined ? { state: TABS[tab] } : { serial: search.serial }),
    ...kindIn(search.kind),
    ...(search.overdue === "true" ? { overdue: true } : {}),
  };
  const place = search.after === undefined ? {} : { after: search.after };
  const query = useQuery(verificationQueries.list({ limit: 100, ...question, ...place }));
  const rows = query.data?.data ?? [];
  const narrowed = [search.serial, search.kind, search.overdue].some((one) => one !== undefined);
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="verifications"
            columns={verificationColumns}
            rows={() => everyVerification(question)}
            empty={rows.length === 0}
          />
        }
      />
      <Filters tab={tab} counts={query.data?.counts ?? {}} search={search} onFilter={onFilter} />
      <Listing
        label={words.title}
        query={query}
        columns={verificationColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={narrowed ? words.emptyFiltered : words.empty} />}
      />
    </div>
  );
}

function kindIn(kind: string | undefined): { kind?: "video" | "inspection" } {
  return kind === "video" || kind === "inspection" ? { kind } : {};
}

type Search = ReturnType<typeof useListSearch>;

function Filters(props: {
  readonly tab: Tab;
  readonly counts: Readonly<Record<string, number>>;
  readonly search: Search["search"];
  readonly onFilter: Search["onFilter"];
}) {
  const { tab, counts, search, onFilter } = props;
  const countOf = (name: Tab) => TABS[name].split(",").reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <fieldset className="filters" aria-label={words.state}>
      {(Object.keys(TABS) as Tab[]).map((name) => (
        <button
          key={name}
          type="button"
          className="chip"
          aria-pressed={tab === name && search.serial === undefined}
          onClick={() => onFilter({ tab: name, serial: undefined })}
        >
          {words.tabs[name]} {name === "over" ? "" : countOf(name)}
        </button>
      ))}
      {(["video", "inspection"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="chip"
          aria-pressed={search.kind === kind}
          onClick={() => onFilter({ kind: search.kind === kind ? undefined : kind })}
        >
          {words.kinds[kind]}
        </button>
      ))}
      <button
        type="button"
        className="chip"
        aria-pressed={search.overdue === "true"}
        onClick={() => onFilter({ overdue: search.overdue === "true" ? undefined : "true" })}
      >
        {words.overdue}
      </button>
      <SerialBox serial={search.serial} onFilter={onFilter} />
    </fieldset>
  );
}

function SerialBox({ serial, onFilter }: { readonly serial: string | undefined } & Pick<Search, "onFilter">) {
  const [typed, setTyped] = useState(serial ?? "");
  const read = readSerial(typed);
  const unclear = typed.trim() !== "" && read === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onFilter({ serial: typed.trim() === "" ? undefined : read });
      }}
    >
      <TextInput
        aria-label={words.serial}
        placeholder={words.serial}
        value={typed}
        maxLength={48}
        error={unclear ? words.serialUnclear : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}
