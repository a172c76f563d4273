import { ownerQuery } from "../../support/ownerQuery.ts";

/** Something that happened to a case by itself. */
export interface Told {
  readonly rootId: string;
  readonly claimNo: number;
  readonly event: string;
  readonly at: string;
}

/**
 * What differs from the reference: what lapsed or closed by itself at another instant, or not at all, or
 * without reason; a deadline that is still open after its end, or was handled after it; an event that was
 * written before an earlier one.
 */
export async function judgeYear(
  database: { readonly address: object },
  expected: readonly Told[],
): Promise<readonly string[]> {
  const happened = await ownerQuery<Told>(
    database,
    `select root_id as "rootId", (body ->> 'claimNo')::integer as "claimNo", type as event,
            to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
       from platform.event
      where type = 'ClaimLapsed' or (type = 'ClaimClosed' and actor = 'system')`,
  );
  const late = await ownerQuery<{ detail: string }>(
    database,
    `select kind || ' of ' || root_id || ' was due ' || due_at || ' and met '
              || coalesce(met_at::text, 'never') as detail
       from platform.deadline
      where due_at <= (select at from platform.test_clock) and (met_at is null or met_at > due_at)`,
  );
  const unordered = await ownerQuery<{ detail: string }>(
    database,
    `select type || ' of ' || root_id || ' at ' || at || ' was written after one of ' || latest as detail
       from (select type, root_id, at, max(at) over (order by tx rows unbounded preceding) as latest
               from platform.event) as written
      where at < latest`,
  );
  const lines = (list: readonly Told[]): Set<string> =>
    new Set(list.map(({ rootId, claimNo, event, at }) => `${event} ${rootId} ${claimNo} ${at}`));
  const [came, due] = [lines(happened), lines(expected)];
  return [
    ...[...due.difference(came)].map((line) => `did not happen: ${line}`),
    ...[...came.difference(due)].map((line) => `happened for no reason: ${line}`),
    ...[...late, ...unordered].map(({ detail }) => detail),
  ];
}
