import { TextInput } from "@mantine/core";
import { formatMoney } from "../format/formatMoney.ts";
import { ScrollBox } from "../money/smallTable.tsx";
import { Money } from "../parts/index.ts";
import type { Cart } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import type { CartLine } from "./keptCart.ts";

/** The lines of a cart: how many, what each costs now, how near the next tier is, and why one is refused. */
export function CartLines(props: {
  readonly lines: readonly CartLine[];
  readonly cart: Cart | undefined;
  readonly onChange: (lines: readonly CartLine[]) => void;
}) {
  const { lines, cart, onChange } = props;
  const change = (sku: string, quantity: number) =>
    onChange(lines.map((line) => (line.sku === sku ? { ...line, quantity } : line)));
  return (
    <ScrollBox label={words.cartTitle}>
      <table className="table" aria-label={words.cartTitle}>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.sku}
              line={line}
              priced={cart?.lines.find(({ sku }) => sku === line.sku)}
              onQuantity={(quantity) => change(line.sku, quantity)}
              onRemove={() => onChange(lines.filter(({ sku }) => sku !== line.sku))}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Line(props: {
  readonly line: CartLine;
  readonly priced: Cart["lines"][number] | undefined;
  readonly onQuantity: (quantity: number) => void;
  readonly onRemove: () => void;
}) {
  const { line, priced, onQuantity, onRemove } = props;
  const { sku, quantity } = line;
  const price = priced?.price ?? null;
  return (
    <tr>
      <td>
        {price?.name ?? null} <code>{sku}</code>
        <p className="muted">{noteOn(priced)}</p>
      </td>
      <td>
        <TextInput
          aria-label={words.pieces(sku)}
          type="number"
          min={1}
          max={1000}
          className="number-input"
          required
          value={quantity === 0 ? "" : String(quantity)}
          onChange={(event) => onQuantity(Math.trunc(Number(event.currentTarget.value)))}
        />
      </td>
      <td className="number">{price === null ? null : <Money of={price.unit.gross} />}</td>
      <td className="number">{price === null ? null : <Money of={price.gross} />}</td>
      <td>
        <button type="button" className="text-button" onClick={onRemove}>
          {words.remove(sku)}
        </button>
      </td>
    </tr>
  );
}

function noteOn(priced: Cart["lines"][number] | undefined): string {
  if (priced?.refused !== undefined && priced.refused !== null) {
    return `${priced.refused.says} ${priced.refused.next}`;
  }
  const { changedFrom = null, nextTier = null } = priced?.price ?? {};
  const changed = changedFrom === null ? [] : [words.changed(formatMoney(changedFrom))];
  const more = nextTier === null ? [] : [words.tierMore(nextTier.missing, formatMoney(nextTier.gross))];
  return [...changed, ...more].join(". ");
}
