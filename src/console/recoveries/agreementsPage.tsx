import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  Money,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { type Agreement, warrantyQueries } from "../warranties/warrantyQueries.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { AgreementForm } from "./agreementForm.tsx";

const columns: readonly Column<Agreement>[] = [
  {
    id: "supplier",
    head: words.supplier,
    value: ({ supplier }) => supplier,
    cell: ({ supplier }) => supplier,
  },
  {
    ...{ id: "validFrom", head: words.validFrom },
    value: ({ validFrom }) => validFrom,
    cell: ({ validFrom }) => formatDay(validFrom),
  },
  {
    ...{ id: "kind", head: words.kind },
    value: ({ kind }) => words.agreementKinds[kind],
    cell: ({ kind }) => words.agreementKinds[kind],
  },
  {
    ...{ id: "labour", head: words.labourAmount, numeric: true },
    value: ({ labourMinor }) => labourMinor,
    sum: ({ labourMinor, currency }) => ({ amount: labourMinor, currency }),
    cell: ({ labourMinor, currency }) => <Money of={{ amount: labourMinor, currency }} />,
  },
  {
    ...{ id: "parts", head: words.partAmounts },
    value: ({ parts }) => parts.map(({ part }) => part).join(", "),
    cell: ({ parts, currency }) => (
      <ul className="plain">
        {parts.map(({ part, minor }) => (
          <li key={part}>
            {part} <Money of={{ amount: minor, currency }} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    ...{ id: "claimDays", head: words.claimDays, numeric: true },
    value: ({ claimDays }) => claimDays,
    cell: ({ claimDays }) => claimDays,
  },
];

/** What suppliers pay back for defects. */
export function AgreementsPage() {
  const { search } = useListSearch();
  const { after } = search;
  const query = useQuery(warrantyQueries.agreements({ limit: 50, ...(after && { after }) }));
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.agreementsTitle}
        about={words.agreementsAbout}
        actions={
          <>
            <CsvButton
              name="recovery-agreements"
              columns={columns}
              rows={() => everyRow(client.listAgreements, {})}
              empty={rows.length === 0}
            />
            {adds || role !== "manager" ? null : (
              <Button onClick={() => setAdds(true)}>{words.setAgreement}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {adds ? <AgreementForm onClose={() => setAdds(false)} /> : null}
      <Listing
        label={words.agreementsTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ supplier, validFrom }) => `${supplier} ${validFrom}`}
        empty={<EmptyState says={words.agreementsEmpty} />}
      />
    </div>
  );
}
