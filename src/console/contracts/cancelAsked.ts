import type { CommandOf, Contract } from "../../client/index.ts";
import { dayAt, momentOf } from "../format/wallClock.ts";

/** The end of a contract as it is typed. */
export interface CancelTold {
  readonly by: string;
  readonly reason: string;
  /** The day of a letter; empty where it was said now. */
  readonly noticeOn: string;
  readonly deviceReturned: boolean;
}

/**
 * The command that ends a contract. A letter is of the noon of its day where the contract is; one of today is
 * of now, because noon may lie ahead, or before the contract.
 */
export function cancelAsked(
  { by, reason, noticeOn, deviceReturned }: CancelTold,
  { id, zone }: Pick<Contract, "id" | "zone">,
  now: number,
): CommandOf<"cancelContract"> {
  const today = dayAt(new Date(now).toISOString(), zone);
  return {
    ...{ id, by, reason },
    ...(noticeOn !== "" && noticeOn !== today && { noticeAt: momentOf(noticeOn, "12:00", zone) }),
    ...(deviceReturned && { deviceReturned: true }),
  } as CommandOf<"cancelContract">;
}
