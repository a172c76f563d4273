import { Type } from "typebox";
import { read } from "./act.ts";
import { many } from "./database.ts";
import type { Module } from "./module.ts";
import { wrongCursor } from "./problem.ts";
import { Instant, PageQuery, page, shape } from "./schema.ts";

interface FeedRow {
  readonly tx: string;
  readonly rootId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly body: Record<string, unknown>;
}

/**
 * Only transactions older than the oldest running one are shown: a cursor can then never pass over an event.
 */
const eventsAfter = many<FeedRow>(
  "events_after",
  `select tx::text as tx, root_id as "rootId", seq, type, at, actor, body
     from platform.event
    where tx < pg_snapshot_xmin(pg_current_snapshot())
      and (tx, root_id, seq) > ($1::text::xid8, $2::text, $3::integer)
      and at > $5::timestamptz - interval '90 days'
    order by tx, root_id, seq
    limit $4`,
);

const FeedEvent = shape({
  id: Type.String(),
  type: Type.String(),
  rootId: Type.String(),
  seq: Type.Integer(),
  at: Instant,
  actor: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
});

/**
 * GET /v1/events: every event, in order per device or order, for 90 days. The last cursor may be asked again
 * for ever.
 */
export const eventFeed = read({
  route: "GET /v1/events",
  permission: "event.read",
  summary: "Every event of 90 days, in order per device and order. Ask again with the last cursor to go on.",
  query: shape(PageQuery),
  reply: page(FeedEvent),
  run: async (db, { limit = 100, after }) => {
    const [tx, rootId, seq] = after === undefined ? ["0", "", 0] : readCursor(after);
    const rows = await eventsAfter(db, tx, rootId, seq, limit, db.at);
    const last = rows.at(-1);
    return {
      data: rows.map((row) => ({
        id: `evt_${row.rootId}_${row.seq}`,
        type: outsideType(row.type),
        rootId: row.rootId,
        seq: row.seq,
        at: row.at.toString(),
        actor: row.actor,
        data: row.body,
      })),
      nextCursor: last === undefined ? (after ?? null) : `${last.tx}-${last.rootId}-${last.seq}`,
    };
  },
});

function readCursor(text: string): [string, string, number] {
  const match = /^(\d{1,19})-([0-9a-z]{1,40})-(\d{1,9})$/.exec(text);
  if (match === null) {
    throw wrongCursor();
  }
  return [match[1] as string, match[2] as string, Number(match[3])];
}

/**
 * The type partners see: `contract.activated` for `ContractActivated`, `serial.replaced` for
 * `SerialReplaced`.
 */
export function outsideType(type: string): string {
  const words = type.match(/[A-Z][a-z0-9]*/g) ?? [type];
  const verb = words.at(-1) as string;
  return `${words.slice(0, -1).join("_").toLowerCase()}.${verb.toLowerCase()}`;
}

/** What the platform itself offers to partners. */
export const feed: Module = { name: "feed", routes: [eventFeed] };
