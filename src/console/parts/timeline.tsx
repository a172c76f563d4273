import type { Occurrence } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { en } from "../words/en.ts";

/** Something that happened; who did it is known to the desk only. */
type Entry = Pick<Occurrence, "seq" | "type" | "at"> & { readonly actor?: string | undefined };

/** What happened, the newest first, with who did it and when. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  if (entries.length === 0) {
    return <p className="muted">{en.desk.historyEmpty}</p>;
  }
  return (
    <ol className="timeline">
      {entries.toReversed().map(({ seq, type, at, actor }) => (
        <li key={seq}>
          <time dateTime={at}>{formatInstant(at)}</time>
          <span>{en.field.events[type] ?? type}</span>
          {actor === undefined ? null : <Actor id={actor} />}
        </li>
      ))}
    </ol>
  );
}

/**
 * Who did it. Names are kept apart from events, so it is the kind and the end of the id; the whole id on
 * hover.
 */
export function Actor({ id }: { readonly id: string }) {
  const [kind = "", rest = ""] = id.split(":");
  const name = en.field.actors[kind] ?? kind;
  return (
    <span className="muted actor" title={id}>
      {rest === "" ? name : `${name} …${rest.slice(-5)}`}
    </span>
  );
}
