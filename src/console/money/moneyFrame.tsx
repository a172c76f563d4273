import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readersZone } from "../format/wallClock.ts";
import { PageHead } from "../parts/page.tsx";
import { useRole } from "../parts/useRole.ts";
import { money } from "../words/en/money.ts";
import { moneyPages, moneyPagesOf } from "./moneyPages.ts";

/** The frame of every money screen: the ways between them, its head, what it shows. */
export function MoneyFrame(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, about, actions, children } = props;
  const { role } = useRole();
  return (
    <div className="page">
      <nav className="tabs money-tabs" aria-label={money.navigation}>
        {moneyPagesOf(role).map((name) => (
          <Link key={name} to={moneyPages[name]} className="tab" activeProps={{ "aria-current": "page" }}>
            {money.pages[name]}
          </Link>
        ))}
      </nav>
      <PageHead title={title} about={about} actions={actions} />
      {children}
      <p className="muted zone-note">{money.zone(readersZone())}</p>
    </div>
  );
}
