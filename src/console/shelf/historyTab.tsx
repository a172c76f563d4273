import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../format/index.ts";
import { Actor, Shown } from "../parts/index.ts";
import { shelf as words } from "../words/en/shelf.ts";
import { shelfQueries } from "./shelfQueries.ts";

/** Who changed what of a product, the newest first. */
export function HistoryTab({ sku }: { readonly sku: string }) {
  const query = useQuery(shelfQueries.history(sku));
  return (
    <Shown query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="muted">{words.historyEmpty}</p>
        ) : (
          <ol className="timeline">
            {data.map(({ seq, at, type, actor, data: told }) => (
              <li key={seq}>
                <time dateTime={at}>{formatInstant(at)}</time>
                <span>
                  {words.historyTypes[type] ?? type} {changedIn(told)}
                </span>
                <Actor id={actor} />
              </li>
            ))}
          </ol>
        )
      }
    </Shown>
  );
}

function changedIn({ changed }: Readonly<Record<string, unknown>>): string {
  const fields = Object.keys((changed as object | undefined) ?? {}).map((name) => words.fields[name] ?? name);
  return fields.length === 0 ? "" : words.changedFields(fields.join(", "));
}
