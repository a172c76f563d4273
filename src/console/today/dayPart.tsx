import type { UseQueryResult } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Section, Shown } from "../parts/index.ts";
import { today as words } from "../words/en/today.ts";

/** One kind of what waits: a line for each, its first link its next step. */
export function DayPart<Row>(props: {
  readonly title: string;
  readonly query: UseQueryResult<readonly Row[]>;
  readonly empty: string;
  readonly keyOf: (row: Row) => string;
  readonly children: (row: Row) => ReactNode;
  readonly all?: Pick<LinkProps, "to">;
  readonly head?: ReactNode;
}) {
  const { title, query, empty, keyOf, children, all, head } = props;
  return (
    <Section title={title}>
      {head}
      <Shown query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{empty}</p>
          ) : (
            <ul className="plain day">
              {rows.map((row) => (
                <li key={keyOf(row)}>{children(row)}</li>
              ))}
            </ul>
          )
        }
      </Shown>
      {all === undefined ? null : (
        <p>
          <Link {...all} aria-label={`${words.all}: ${title}`}>
            {words.all}
          </Link>
        </p>
      )}
    </Section>
  );
}
