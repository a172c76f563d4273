import { formatInstant } from "../format/formatDate.ts";
import { Badge } from "../parts/index.ts";
import { inbox } from "../words/en/inbox.ts";
import type { CaseMessage } from "./inboxQueries.ts";

const words = inbox.thread;

/** One message: who wrote it, how it came, what it says. */
export function MessageShown({ message }: { readonly message: CaseMessage }) {
  const { side, via, text, at, verified, sender, author, evidence, readAt } = message;
  return (
    <>
      <p>
        <b>{words.sides[side]}</b>{" "}
        {author === undefined ? null : <span className="muted">{words.by(author)}</span>}{" "}
        {via === "mail" ? words.mail : null} <span className="muted">{formatInstant(at)}</span>{" "}
        {verified ? null : <Badge tone="needs">{words.unverified(sender ?? "?")}</Badge>}
        {readAt === undefined || side === "owner" ? null : <span className="muted">{words.read}</span>}
      </p>
      <p style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{text}</p>
      {evidence.length === 0 ? null : <p className="muted">{words.pieces(evidence.length)}</p>}
    </>
  );
}
