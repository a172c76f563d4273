import type { ReactNode } from "react";

/** A fact: what it is called, and what it is. One without a value is left out. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts under each other, names on the left. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
