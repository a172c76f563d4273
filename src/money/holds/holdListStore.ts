import { many, type Queryable } from "../../platform/index.ts";
import type { Authorisation, Hold } from "./hold.ts";
import { HOLD, type HoldRow } from "./holdStore.ts";

/** Holds without a deadline come last. To the millisecond, as a cursor has it. */
const DUE = "date_trunc('milliseconds', coalesce(h.due_at, timestamptz '9999-12-31T00:00:00Z'))";

/** A row with the newest of its live authorisations, to tell until when it is covered. */
type ListedRow = HoldRow & { readonly coveredUntil: Temporal.Instant | null };

const rowsByDue = many<ListedRow>(
  "holds_by_due",
  `select ${HOLD},
          (select max(a.capture_before) from money.authorisation a
            where a.root_id = h.root_id and a.hold_no = h.no and a.state = 'placed' and a.leaving is null)
            as "coveredUntil"
     from money.hold h
    where ($1::text is null or h.state = $1)
      and ($2::timestamptz is null or (h.due_at < $2 and h.state in ('wanted', 'placed')))
      and ($3::text is null or (h.state in ('wanted', 'placed')
           and (h.attention = $3 or ($3 = 'any' and h.attention is not null))))
      and ($4::text is null or h.currency = $4)
      and ($5::timestamptz is null or (${DUE}, h.root_id, h.no) > ($5, $6, $7::integer))
    order by ${DUE}, h.root_id, h.no
    limit $8`,
);

/** A page of holds: `state`, due before, attention, currency, the place after which it begins, its length. */
export async function holdsByDue(db: Queryable, ...values: readonly unknown[]): Promise<Hold[]> {
  const rows = await rowsByDue(db, ...values);
  return rows.map(({ coveredUntil, ...row }) => ({
    ...row,
    authorisations: coveredUntil === null ? [] : [standIn(row, coveredUntil)],
  }));
}

function standIn(row: HoldRow, captureBefore: Temporal.Instant): Authorisation {
  const { amountMinor, wantedAt: askedAt } = row;
  const live = { state: "placed", leaving: null, failedAt: null } as const;
  return { no: 1, method: "", amountMinor, askedAt, captureBefore, ...live };
}
