import type { Claim, CommandOf } from "../../client/index.ts";

type NextWhat = Claim["next"]["what"];

/** The tabs of the queue, each with the next steps whose claims it lists; all claims where it names none. */
export const tabs = {
  receive: ["send", "send_back"],
  inspect: ["inspect", "analyse", "review"],
  owner: ["send_rest", "answer", "choose", "pay"],
  swap: ["replace"],
  ship: ["ship"],
  overdue: [],
  all: [],
} as const satisfies Record<string, readonly NextWhat[]>;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];

/** The tab of this name; the first for an address that names none. */
export function tabOf(name: string | undefined): TabName {
  return tabNames.find((known) => known === name) ?? "receive";
}

/** What narrows a tab, as the address says it. */
export type QueueFilters = { readonly [Name in "channel" | "serial" | "after"]?: string | undefined };

/** The question that lists a tab. */
export function questionOf(name: TabName, filters: QueueFilters): CommandOf<"listClaims"> {
  const { channel, serial, after } = filters;
  return {
    limit: 100,
    ...(tabs[name].length === 0 ? {} : { next: tabs[name].join(",") }),
    ...(name === "overdue" ? { overdue: true } : {}),
    ...(channel === undefined ? {} : { channel: channel as Claim["channel"] }),
    ...(serial === undefined ? {} : { serial }),
    ...(after === undefined ? {} : { after }),
  };
}

/** How many claims each tab has. The one that lists closed ones too is left out. */
export function countsOf(
  counts: Readonly<Record<string, number>> | undefined,
  overdue = 0,
): Readonly<Partial<Record<TabName, number>>> {
  if (counts === undefined) {
    return {};
  }
  const sumOf = (steps: readonly NextWhat[]) => steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0);
  const steps = tabNames.filter((name) => name !== "all" && name !== "overdue");
  return { ...Object.fromEntries(steps.map((name) => [name, sumOf(tabs[name])])), overdue };
}
