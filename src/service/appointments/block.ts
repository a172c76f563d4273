import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";
import type { Block } from "./benchStore.ts";

/** A time at which a bench takes nobody, as staff see it. */
export const BlockSchema = shape({
  id: Type.String(),
  bench: Type.Integer(),
  startsAt: Instant,
  endsAt: Instant,
  reason: Type.String(),
  liftedAt: Type.Optional(Instant),
});

/** A block as it is shown. */
export function blockView({
  blockId,
  bench,
  startsAt,
  endsAt,
  reason,
  liftedAt,
}: Block): Static<typeof BlockSchema> {
  return {
    id: publicId("blk", blockId),
    ...{ bench, startsAt: startsAt.toString(), endsAt: endsAt.toString(), reason },
    ...(liftedAt === null ? {} : { liftedAt: liftedAt.toString() }),
  };
}

/** When it is, as the history of its centre tells it. */
export function timesOf({ startsAt, endsAt }: Pick<Block, "startsAt" | "endsAt">): {
  readonly startsAt: string;
  readonly endsAt: string;
} {
  return { startsAt: startsAt.toString(), endsAt: endsAt.toString() };
}
