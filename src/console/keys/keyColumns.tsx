import type { ApiKey } from "../../client/index.ts";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";
import { RevokeKey } from "./revokeKey.tsx";

const words = en.desk;

/** What a list and its file say of a key. */
export const savedColumns: readonly Column<ApiKey>[] = [
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
    id: "expires",
    head: words.keyExpires,
    value: ({ expiresAt }) => (expiresAt === null ? undefined : Date.parse(expiresAt)),
    text: ({ expiresAt }) => expiresAt ?? undefined,
    cell: ({ expiresAt }) => (expiresAt === null ? words.keyNever : formatDay(expiresAt)),
  },
  {
    id: "state",
    head: words.keyState,
    value: (key) => stateOf(key),
    cell: (key) => <Badge tone={stateOf(key) === words.keyLive ? "ok" : "over"}>{stateOf(key)}</Badge>,
  },
];
/** The list has a way to end a key as well. */
export const keyColumns: readonly Column<ApiKey>[] = [
  ...savedColumns,
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
