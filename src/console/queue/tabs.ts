import type { Claim, ClaimState, CommandOf } from "../../client/index.ts";

/** A tab of the queue: the states it asks for, and which of those claims are its own. */
interface Tab {
  readonly states: readonly ClaimState[];
  readonly shows?: (claim: Claim) => boolean;
}

/** A claim whose parcel was not whole waits for its owner; a paid one for its swap, or for its parcel. */
export const tabs = {
  receive: { states: ["reported"] },
  inspect: { states: ["received"], shows: ({ next }) => next.what === "inspect" },
  owner: { states: ["received", "inspected", "chosen"], shows: ({ next }) => next.who === "owner" },
  swap: { states: ["paid"], shows: ({ next }) => next.what === "replace" },
  ship: { states: ["paid", "replaced"], shows: ({ next }) => next.what === "ship" },
  all: { states: [] },
} as const satisfies Record<string, Tab>;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];

/** The states whose claims are in one of two tabs; the counts by state do not say in which. */
export const mixedStates: readonly ClaimState[] = ["received", "paid"];

/** The tab of this name; the first for an address that names none. */
export function tabOf(name: string | undefined): TabName {
  return tabNames.find((known) => known === name) ?? "receive";
}

/** What narrows a tab, as the address says it. */
export type QueueFilters = { readonly [Name in "channel" | "serial" | "after"]?: string | undefined };

/** The question that lists a tab. */
export function questionOf(name: TabName, filters: QueueFilters): CommandOf<"listClaims"> {
  const { states } = tabs[name];
  const { channel, serial, after } = filters;
  return {
    limit: 100,
    ...(states.length === 0 ? {} : { state: states.join(",") }),
    ...(channel === undefined ? {} : { channel: channel as Claim["channel"] }),
    ...(serial === undefined ? {} : { serial }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Whether a claim is in a tab, among those its states brought. */
export function isIn(name: TabName): (claim: Claim) => boolean {
  const tab: Tab = tabs[name];
  return tab.shows ?? (() => true);
}

/**
 * How many claims each tab has, from the counts by state and, for the states of two tabs, from the claims
 * themselves. A tab whose claims are not known is left out, and so is the one that lists closed ones too.
 */
export function countsOf(
  counts: Readonly<Record<string, number>> | undefined,
  mixed: readonly Claim[] | undefined,
): Readonly<Partial<Record<TabName, number>>> {
  if (counts === undefined) {
    return {};
  }
  const counted = tabNames.flatMap((name) => {
    const states: readonly ClaimState[] = tabs[name].states;
    const known = mixed ?? [];
    const unknown =
      mixed === undefined && states.some((state) => mixedStates.includes(state) && (counts[state] ?? 0) > 0);
    const plain = states.filter((state) => !mixedStates.includes(state));
    const here = known.filter((claim) => states.includes(claim.state) && isIn(name)(claim));
    const sum = plain.reduce((total, state) => total + (counts[state] ?? 0), here.length);
    return name === "all" || unknown ? [] : [[name, sum]];
  });
  return Object.fromEntries(counted);
}
