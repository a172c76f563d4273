import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiKey, NewApiKey } from "../../client/index.ts";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { type Column, DataTable, Pager } from "../parts/dataTable.tsx";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { KeyForm } from "./keyForm.tsx";
import { KeyOnce } from "./keyOnce.tsx";
import { RevokeKey } from "./revokeKey.tsx";

const words = en.desk;

const shown: readonly Column<ApiKey>[] = [
  { id: "label", head: words.keyLabel, value: ({ label }) => label, cell: ({ label }) => label },
  {
    id: "role",
    head: words.keyRole,
    value: ({ role }) => en.field.roles[role],
    cell: ({ role, email }) => (
      <>
        {en.field.roles[role]} {email === null ? null : <span className="muted">{email}</span>}
      </>
    ),
  },
  {
    id: "created",
    head: words.keyCreated,
    value: ({ createdAt }) => Date.parse(createdAt),
    text: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => formatDay(createdAt),
  },
  {
    id: "used",
    head: words.keyUsed,
    value: ({ lastUsedAt }) => (lastUsedAt === null ? undefined : Date.parse(lastUsedAt)),
    text: ({ lastUsedAt }) => lastUsedAt ?? undefined,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.keyNever : formatInstant(lastUsedAt)),
  },
  {
    id: "state",
    head: words.keyState,
    value: (key) => stateOf(key),
    cell: (key) => <Badge tone={stateOf(key) === words.keyLive ? "ok" : "over"}>{stateOf(key)}</Badge>,
  },
];
const columns: readonly Column<ApiKey>[] = [
  ...shown,
  {
    id: "revoke",
    head: words.keyRevoke,
    unsorted: true,
    value: () => undefined,
    cell: (key) => (stateOf(key) === words.keyLive ? <RevokeKey of={key} /> : null),
  },
];

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  const over = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  const unrevoked = over ? words.keyOver : words.keyLive;
  return revokedAt === null ? unrevoked : words.keyRevoked;
}

/** The keys that programs sign in with. */
export function KeysPage() {
  const { search, sort, onSort, onPage } = useListSearch();
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
            <CsvButton name="keys" columns={shown} rows={rows} />
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
      <Shown query={query}>
        {({ nextCursor }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState says={words.keysEmpty} />
            ) : (
              <DataTable
                label={words.keysTitle}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                sort={sort}
                onSort={onSort}
              />
            )}
            <Pager
              count={rows.length}
              sorted={sort.sort !== undefined}
              after={search.after}
              next={nextCursor}
              onPage={onPage}
            />
          </>
        )}
      </Shown>
    </div>
  );
}
