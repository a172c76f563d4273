import { Type } from "typebox";
import { PageQuery, page, read, shape, wrongCursor } from "../../platform/index.ts";
import {
  type Dispute,
  DisputeSchema,
  disputeStates,
  disputeView,
  pageOfDisputes,
} from "../disputes/index.ts";

const PAGE = 50;

/** GET /v1/disputes: the newest first. */
export const listDisputes = read({
  route: "GET /v1/disputes",
  permission: "dispute.read",
  summary: "Lists disputes of payments, the newest first",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...disputeStates])),
    provider: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  reply: page(DisputeSchema),
  csv: true,
  async run(db, { limit = PAGE, after, state, provider }) {
    const place = after === undefined ? [null, null, null] : readCursor(after);
    const found = await pageOfDisputes(db, state ?? null, provider ?? null, ...place, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(disputeView),
      nextCursor: found.length > limit && last !== undefined ? cursorOf(last) : null,
    };
  },
});

function cursorOf({ openedAt, rootId, no }: Dispute): string {
  return `${openedAt.epochNanoseconds}-${rootId}-${no}`;
}

function readCursor(text: string): unknown[] {
  const [, at, rootId, no] = /^(\d{1,19})-([0-9a-z]{26})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined) {
    throw wrongCursor();
  }
  return [Temporal.Instant.fromEpochNanoseconds(BigInt(at)), rootId, Number(no)];
}
