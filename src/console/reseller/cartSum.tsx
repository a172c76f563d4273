import { FactList, Money } from "../parts/index.ts";
import { AlertCard } from "../parts/problemCard.tsx";
import type { Cart } from "../resellers/resellerQueries.ts";
import { methods } from "../words/en/methods.ts";
import { reseller as words } from "../words/en/reseller.ts";

const { taxKinds } = methods;

/** What a cart comes to, and why it cannot be ordered as it is. */
export function CartSum({ cart }: { readonly cart: Cart }) {
  const { totals, taxes, region, refused } = cart;
  return (
    <div aria-live="polite">
      <FactList
        facts={[
          [words.net, <Money key="net" of={totals.net} />],
          ...taxes.map(
            ({ kind, rateBasisPoints, amount }) =>
              [
                [
                  kind === null ? words.tax : taxKinds[kind],
                  ...(rateBasisPoints === null ? [] : [`${rateBasisPoints / 100} %`]),
                ].join(" "),
                <Money key="tax" of={amount} />,
              ] as const,
          ),
          [
            words.gross,
            <b key="gross">
              <Money of={totals.gross} />
            </b>,
          ],
        ]}
      />
      {region === null ? null : <p className="muted">{words.regionNote(region)}</p>}
      {refused === null ? null : (
        <AlertCard title={refused.says}>
          <p>{refused.next}</p>
        </AlertCard>
      )}
    </div>
  );
}
