import type { ClaimRow } from "../../claims/index.ts";
import { isOwner } from "../../identity/index.ts";
import { Problem, type Tx } from "../../platform/index.ts";
import { benchesFor, type Centre, freeDays, needOf } from "../centres/index.ts";
import type { SlotAsked } from "./offeredSlot.ts";

/** A slot that is asked for, and the benches that can do its model, in the order they are tried. */
export interface BenchesAsked {
  readonly asked: Omit<SlotAsked, "before">;
  readonly benches: readonly number[];
}

/** Reads what a time at a centre is judged by. Two statements. */
export async function slotAsked(
  tx: Tx,
  claim: Pick<ClaimRow, "region" | "device">,
  centre: Centre,
  startsAt: Temporal.Instant,
): Promise<BenchesAsked> {
  const need = await needOf(tx, { region: claim.region, model: claim.device.model });
  const on = startsAt.toZonedDateTimeISO(centre.zone).toPlainDate();
  const days = await freeDays(tx, centre, need, on, 1);
  return {
    asked: {
      ...{ centre, need, startsAt, at: tx.at },
      slots: days.flatMap(({ slots }) => slots),
      isStaff: isStaff(tx),
    },
    benches: benchesFor(centre, need).map(({ no }) => no),
  };
}

/** Whether the caller works at the centre: what binds owners does not bind them. */
export function isStaff({ caller }: Pick<Tx, "caller">): boolean {
  return !isOwner(caller);
}

/** Errors: Problem 404 of the appointment where the claim under it is not the caller's. */
export function hidden(error: unknown, missing: Problem): never {
  throw error instanceof Problem && error.status === 404 ? missing : error;
}
