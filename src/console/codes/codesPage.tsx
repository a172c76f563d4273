import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import { CodeActs } from "./codeActs.tsx";
import { codeColumns } from "./codeColumns.tsx";
import { CodeDrawer } from "./codeDrawer.tsx";
import { codesAsked } from "./codesAsked.ts";
import { ToolNav } from "./toolNav.tsx";
import { type SoldCode, toolQueries } from "./toolQueries.ts";

const states = Object.entries(words.codeStates).map(([value, label]) => ({ value, label }));

/** The codes a reseller bought, and what became of each; all of them for the office. */
export function CodesPage() {
  const { search } = useListSearch();
  const filter = codesAsked(search);
  const query = useQuery(
    toolQueries.codes({ limit: 100, ...filter, ...(search.after && { after: search.after }) }),
  );
  const [chosen, setChosen] = useState<ReadonlyMap<string, SoldCode>>(new Map());
  const [open, setOpen] = useState<SoldCode>();
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  const choose = (code: SoldCode, isChosen: boolean) => {
    const next = new Map(chosen);
    if (isChosen) {
      next.set(code.id, code);
    } else {
      next.delete(code.id);
    }
    setChosen(next);
  };
  return (
    <div className="page">
      <PageHead
        title={words.codesTitle}
        actions={
          <CsvButton
            name="codes"
            columns={[lastFour(() => undefined), ...codeColumns]}
            rows={() => everyRow(client.listSoldCodes, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <ToolNav />
      <Filters />
      {role === "integrator" ? null : (
        <CodeActs codes={[...chosen.values()]} onDone={() => setChosen(new Map())} />
      )}
      {open === undefined ? null : (
        <CodeDrawer key={open.id} code={open} onClose={() => setOpen(undefined)} />
      )}
      <Listing
        label={words.codesTitle}
        query={query}
        columns={[chooseColumn(chosen, choose), lastFour(setOpen), ...codeColumns]}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={Object.keys(filter).length > 0 ? words.codesNone : words.codesEmpty} />}
      />
    </div>
  );
}

function Filters() {
  const { search, onFilter } = useListSearch();
  const text = (name: string, label: string, hint = "") => ({
    "aria-label": label,
    placeholder: hint || label,
    defaultValue: search[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onFilter({ [name]: event.currentTarget.value.trim() || undefined }),
  });
  return (
    <div className="filters">
      <TextInput
        {...text("last4", words.lastFour, words.lastFour)}
        maxLength={4}
        onChange={(event) => onFilter({ last4: event.currentTarget.value.toUpperCase() || undefined })}
      />
      <TextInput {...text("order", words.order, words.orderHint)} maxLength={30} />
      <TextInput {...text("sku", words.sku)} maxLength={60} />
      <TextInput {...text("since", words.since)} type="date" />
      <NativeSelect
        aria-label={words.state}
        value={search.state ?? ""}
        data={[{ value: "", label: words.anyState }, ...states]}
        onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
      />
    </div>
  );
}

function chooseColumn(
  chosen: ReadonlyMap<string, SoldCode>,
  choose: (code: SoldCode, isChosen: boolean) => void,
): Column<SoldCode> {
  return {
    ...{ id: "choose", head: words.chooseHead, unsorted: true, value: () => undefined },
    cell: (code) => (
      <input
        type="checkbox"
        aria-label={words.choose(code.last4)}
        checked={chosen.has(code.id)}
        disabled={code.state !== "sold"}
        onChange={(event) => choose(code, event.currentTarget.checked)}
      />
    ),
  };
}

function lastFour(onOpen: (code: SoldCode) => void): Column<SoldCode> {
  return {
    ...{ id: "last4", head: words.lastFour },
    value: ({ last4 }) => last4,
    cell: (code) => (
      <button
        type="button"
        className="text-button"
        aria-label={words.open(code.last4)}
        onClick={() => onOpen(code)}
      >
        <code>•••• {code.last4}</code>
      </button>
    ),
  };
}
