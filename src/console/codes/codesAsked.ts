import type { CommandOf } from "../../client/index.ts";
import { startOfDay } from "../format/wallClock.ts";

type Asked = CommandOf<"listSoldCodes">;

/** What the address asks for, without what is only half typed. */
export function codesAsked(search: Readonly<Record<string, string | undefined>>): Asked {
  const { state, order, sku, last4, since } = search;
  return {
    ...(state && { state: state as NonNullable<Asked["state"]> }),
    ...(/^ord_[0-9a-z]{26}$/.test(order ?? "") && { order }),
    ...(sku && { sku }),
    ...(/^[0-9A-Z]{4}$/.test(last4 ?? "") && { last4 }),
    ...(/^\d{4}-\d\d-\d\d$/.test(since ?? "") && { since: startOfDay(since ?? "") }),
  } as Asked;
}
