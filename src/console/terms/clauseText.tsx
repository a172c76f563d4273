import type { TermsPage } from "../../client/index.ts";
import { CopyButton } from "../parts/serial.tsx";
import { en } from "../words/en.ts";
import { proseOf } from "./proseOf.tsx";

type Clause = TermsPage["clauses"][number];

/**
 * One clause: its number and id, its text, where it comes from, and what was settled where the sources are
 * silent.
 */
export function ClauseText({ clause, marked }: { readonly clause: Clause; readonly marked: boolean }) {
  const { id, number, title, level, html, source, settled } = clause;
  return (
    <article id={`clause-${id}`} className={marked ? "clause-text marked" : "clause-text"}>
      <h2 className={level <= 2 ? "clause-head" : undefined}>
        {number} {title}
      </h2>
      <p className="clause-id">
        <code>{id}</code>
        <CopyButton text={id} what={en.receipt.clause} />
      </p>
      {proseOf(html)}
      {source === null ? null : (
        <p className="muted">
          {en.desk.source}: {source}
        </p>
      )}
      {settled.map((text) => (
        <p key={text} className="muted">
          {en.desk.settled}: {text}
        </p>
      ))}
    </article>
  );
}
