import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { NewApiKey } from "../../client/index.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries, wholeLists } from "../queries.ts";
import { en } from "../words/en.ts";
import { keyColumns, savedColumns } from "./keyColumns.tsx";
import { KeyForm } from "./keyForm.tsx";
import { KeyOnce } from "./keyOnce.tsx";

const words = en.desk;

/** The keys that programs sign in with. */
export function KeysPage() {
  const { search } = useListSearch();
  const query = useQuery(
    queries.keys({ limit: 100, ...(search.after === undefined ? {} : { after: search.after }) }),
  );
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewApiKey>();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.keysTitle}
        actions={
          <>
            <CsvButton
              name="keys"
              columns={savedColumns}
              rows={() => wholeLists.keys()}
              empty={rows.length === 0}
            />
            {making || made !== undefined ? null : (
              <Button onClick={() => setMaking(true)}>{words.keyNew}</Button>
            )}
          </>
        }
      />
      {made === undefined ? null : <KeyOnce made={made} onDone={() => setMade(undefined)} />}
      {making ? (
        <KeyForm
          onMade={(key) => {
            setMade(key);
            setMaking(false);
          }}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      <Listing
        label={words.keysTitle}
        query={query}
        columns={keyColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.keysEmpty} />}
      />
    </div>
  );
}
