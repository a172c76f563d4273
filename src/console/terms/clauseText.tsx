import type { TermsPage } from "../../client/index.ts";
import { CopyButton } from "../parts/serial.tsx";
import { en } from "../words/en.ts";
import { proseOf } from "./proseOf.tsx";

type Clause = TermsPage["clauses"][number] & {
  readonly source?: string | null;
  readonly settled?: readonly string[];
};

/** One clause: its number and id, its text, where it comes from, and what was settled where the sources are silent. */
export function ClauseText({ clause, marked }: { readonly clause: Clause; readonly marked: boolean }) {
  const { id, number, title, level, html, source, settled = [] } = clause;
  const Heading = level <= 2 ? "h2" : "h3";
  return (
    <article id={`clause-${id}`} className={marked ? "clause-text marked" : "clause-text"}>
      <Heading>
        {number} {title}
      </Heading>
      <p className="clause-id">
        <code>{id}</code>
        <CopyButton text={id} what={en.receipt.clause} />
      </p>
      {proseOf(html)}
      {source === undefined || source === null ? null : (
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
