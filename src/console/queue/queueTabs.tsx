import { Link, useNavigate } from "@tanstack/react-router";
import { useKeys } from "../parts/useKeys.ts";
import { en } from "../words/en.ts";
import { type TabName, tabNames } from "./tabs.ts";

/** The tabs of the queue with how many claims wait in each, where that is known. */
export function QueueTabs(props: {
  readonly tab: TabName;
  readonly counts: Readonly<Partial<Record<TabName, number>>>;
}) {
  const { tab, counts } = props;
  return (
    <nav className="tabs" aria-label={en.desk.queueTitle}>
      {tabNames.map((name) => (
        <Link
          key={name}
          to="/queue"
          search={({ channel }) => ({ tab: name, ...(channel === undefined ? {} : { channel }) })}
          aria-current={name === tab ? "page" : undefined}
          className="tab"
        >
          {en.desk.tabs[name]}{" "}
          {counts[name] === undefined ? null : <span className="count">{counts[name]}</span>}
        </Link>
      ))}
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
