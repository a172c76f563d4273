import { Link, type LinkProps } from "@tanstack/react-router";

/** A way to a page beside this one. */
export interface SubTab {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly says: string;
  /** It is marked on the pages below it, too. */
  readonly hasPagesBelow?: boolean;
}

/** The ways between the pages of one part of the console; the one that is open is marked. */
export function SubTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly SubTab[] }) {
  return (
    <nav className="sub-tabs" aria-label={label}>
      {tabs.map(({ to, says, hasPagesBelow = false }) => (
        <Link
          key={to}
          to={to}
          className="sub-tab"
          activeOptions={{ exact: !hasPagesBelow, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {says}
        </Link>
      ))}
    </nav>
  );
}
