import type { ReplyOf } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { Money } from "../parts/index.ts";
import { quotes as words } from "../words/en/quotes.ts";

type Quote = ReplyOf<"listQuotes">["data"][number];

/** A quote as its owner reads it: the lines, the tax, the total, and until when it holds. */
export function QuotePaper({ quote, href }: { readonly quote: Quote; readonly href?: string }) {
  return (
    <>
      {href === undefined ? null : (
        <p>
          <a href={href} target="_blank" rel="noreferrer">
            {words.paper(quote.no)}
          </a>
          , {words.states[quote.state]}
        </p>
      )}
      <table className="paper" aria-label={words.paper(quote.no)}>
        <tbody>
          {quote.lines.map(({ kind, says, quantity, net }) => (
            <tr key={`${kind} ${says}`}>
              <td>{says}</td>
              <td className="number muted">{words.times(quantity)}</td>
              <td className="number">
                <Money of={net} />
              </td>
            </tr>
          ))}
          {(["net", "tax", "total"] as const).map((sum) => (
            <tr key={sum}>
              <td>{sum === "total" ? <b>{words[sum]}</b> : words[sum]}</td>
              <td />
              <td className="number">
                <Money of={quote[sum]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{words.until(formatDay(quote.validUntil))}</p>
    </>
  );
}
