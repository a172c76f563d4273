import type { ListedClaim } from "../../client/index.ts";
import { formatDistance } from "../format/formatDate.ts";
import { Badge } from "../parts/stateBadge.tsx";
import { inbox } from "../words/en/inbox.ts";

const words = inbox.chip;

/** What we promise in a case and how far it is, in word and colour. */
export function PromiseChip({
  promise,
  now,
}: {
  readonly promise: ListedClaim["promise"];
  readonly now: number;
}) {
  if (promise === undefined) {
    return null;
  }
  const { paused, late, near, dueAt } = promise;
  const what = words.short[promise.promise];
  if (paused || dueAt === undefined) {
    return <Badge tone="over">{`${what}: ${words.paused}`}</Badge>;
  }
  const [tone, said] = shownAs(what, { late, near });
  return <Badge tone={tone}>{`${said}, ${formatDistance(dueAt, now)}`}</Badge>;
}

function shownAs(what: string, { late, near }: { readonly late: boolean; readonly near: boolean }) {
  if (late) {
    return ["problem", words.late(what)] as const;
  }
  return near ? (["needs", words.near(what)] as const) : (["waiting", words.due(what)] as const);
}
