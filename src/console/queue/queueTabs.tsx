import { Link, useNavigate } from "@tanstack/react-router";
import type { Claim, ClaimState, CommandOf } from "../../client/index.ts";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";

/** A tab of the queue: the states it asks for, and which of those claims are its own. */
interface Tab {
  readonly states: readonly ClaimState[];
  readonly shows?: (claim: Claim) => boolean;
}

/** A paid claim waits for its swap when the plan replaces the unit, and for its parcel otherwise. */
const isSwap = ({ next }: Claim) => next.what === "replace";
const isShip = ({ next }: Claim) => next.what === "ship";

export const tabs = {
  receive: { states: ["reported"] },
  inspect: { states: ["received"] },
  owner: { states: ["inspected", "chosen"] },
  swap: { states: ["paid"], shows: isSwap },
  ship: { states: ["paid", "replaced"], shows: isShip },
  all: { states: [] },
} as const satisfies Record<string, Tab>;
export type TabName = keyof typeof tabs;
export const tabNames = Object.keys(tabs) as TabName[];

/** The tab of this name; the first for an address that names none. */
export function tabOf(name: string | undefined): TabName {
  return tabNames.find((known) => known === name) ?? "receive";
}

/** The question that lists a tab. */
export function questionOf(
  name: TabName,
  filters: { readonly [Name in "channel" | "serial" | "after"]?: string | undefined },
): CommandOf<"listClaims"> {
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

/** The claims of a tab among those its states brought. */
export function claimsOf<Row extends Claim>(name: TabName, claims: readonly Row[]): readonly Row[] {
  const tab: Tab = tabs[name];
  return tab.shows === undefined ? claims : claims.filter(tab.shows);
}

/** How many claims a tab has; undefined where the counts by state cannot tell. */
function countOf(name: TabName, counts: Readonly<Record<string, number>> | undefined): number | undefined {
  // Only open claims are counted, and this tab lists closed ones too.
  if (counts === undefined || name === "all") {
    return undefined;
  }
  const states: readonly string[] = tabs[name].states;
  const sum = states.reduce((total, state) => total + (counts[state] ?? 0), 0);
  // A paid claim is in one of two tabs; the counts do not say in which.
  return (name === "swap" || name === "ship") && (counts.paid ?? 0) > 0 ? undefined : sum;
}

/** The tabs of the queue with how many claims wait in each. */
export function QueueTabs(props: {
  readonly tab: TabName;
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Counts that were taken from the rows themselves. */
  readonly known: Readonly<Partial<Record<TabName, number>>>;
}) {
  const { tab, counts, known } = props;
  return (
    <nav className="tabs" aria-label={en.desk.queueTitle}>
      {tabNames.map((name) => {
        const count = known[name] ?? countOf(name, counts);
        return (
          <Link
            key={name}
            to="/queue"
            search={({ channel }) => ({ tab: name, ...(channel === undefined ? {} : { channel }) })}
            aria-current={name === tab ? "page" : undefined}
            className="tab"
          >
            {en.desk.tabs[name]} {count === undefined ? null : <span className="count">{count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

/** Alt and a digit change the tab. */
export function useTabKeys(): void {
  const navigate = useNavigate({ from: "/queue" });
  useKeys(
    Object.fromEntries(
      tabNames.map((name, index) => [
        `Alt+${index + 1}`,
        () => void navigate({ to: "/queue", search: { tab: name } }),
      ]),
    ),
  );
}
