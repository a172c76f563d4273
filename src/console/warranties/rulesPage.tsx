import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { warranty as words } from "../words/en/warranty.ts";
import { RuleForm } from "./ruleForm.tsx";
import { type Rule, warrantyQueries } from "./warrantyQueries.ts";

/** A number of days or months; empty where there is none. */
function count(id: "months" | "shippedDays" | "madeDays" | "replacementDays"): Column<Rule> {
  return {
    ...{ id, head: words[id], numeric: true },
    value: (rule) => rule[id] ?? undefined,
    cell: (rule) => rule[id],
  };
}

const columns: readonly Column<Rule>[] = [
  { id: "scope", head: words.scope, value: ({ scope }) => scope, cell: ({ scope }) => scope },
  { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
  {
    id: "component",
    head: words.component,
    value: ({ component }) => component,
    cell: ({ component }) => words.components[component],
  },
  {
    id: "validFrom",
    head: words.validFrom,
    value: ({ validFrom }) => validFrom,
    cell: ({ validFrom }) => formatDay(validFrom),
  },
  ...(["months", "shippedDays", "madeDays", "replacementDays"] as const).map(count),
  {
    id: "beginsBy",
    head: words.beginsBy,
    value: ({ beginsBy }) => beginsBy,
    cell: ({ beginsBy }) => words.begins[beginsBy],
  },
];
/** The file has the names that it is read by. */
const inFile = columns.map((column) => ({ ...column, head: column.id }));

/** How long warranties are: found, saved as a file, set by managers one by one or by a file. */
export function RulesPage() {
  const { search, onFilter } = useListSearch();
  const { q, component, on, after } = search;
  const filter = {
    ...(q && { search: q }),
    ...(component && { component }),
    ...(on && { on }),
  } as CommandOf<"listWarrantyRules">;
  const query = useQuery(warrantyQueries.rules({ limit: 50, ...filter, ...(after && { after }) }));
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.rulesTitle}
        about={words.rulesAbout}
        actions={
          <>
            <CsvButton
              name="warranty-rules"
              columns={inFile}
              rows={() => everyRow(client.listWarrantyRules, filter)}
              empty={rows.length === 0}
            />
            {adds || role !== "manager" ? null : (
              <Button onClick={() => setAdds(true)}>{words.addRule}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {adds ? <RuleForm onClose={() => setAdds(false)} /> : null}
      <div className="filters">
        <TextInput
          type="search"
          label={words.search}
          value={q ?? ""}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={words.component}
          value={component ?? ""}
          data={[
            { value: "", label: words.all },
            ...Object.entries(words.components).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => onFilter({ component: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={words.on}
          value={on ?? ""}
          onChange={(event) => onFilter({ on: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.rulesTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ scope, region, component: of, validFrom }) => `${scope} ${region} ${of} ${validFrom}`}
        empty={<EmptyState says={Object.keys(filter).length === 0 ? words.rulesEmpty : words.rulesNone} />}
      />
    </div>
  );
}
