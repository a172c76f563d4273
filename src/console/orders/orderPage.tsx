import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { OrderPage as Order } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { ScrollBox } from "../money/smallTable.tsx";
import { FactList, Money, PageHead, Section, Shown } from "../parts/index.ts";
import { queries } from "../queries.ts";
import { reseller as contract } from "../words/en/reseller.ts";
import { en } from "../words/en.ts";
import { OrderCodes } from "./orderCodes.tsx";
import { OrderPayment } from "./orderPayment.tsx";
import { OrderStateBadge } from "./orderState.tsx";

const words = en.shop;
/** While money or codes are on their way, the page looks again. */
const LOOK_MS = 2_000;

/** One order: what, for how much, its payment, its codes. */
export function OrderPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery({
    ...queries.order(id),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving(data) ? LOOK_MS : false),
  });
  return (
    <div className="page">
      <PageHead
        title={words.orderPage}
        about={
          <>
            <code>{id}</code>
            {query.data === undefined ? null : <OrderStateBadge state={query.data.state} />}
          </>
        }
      />
      <Shown query={query}>{(order) => <OrderDetails order={order} />}</Shown>
    </div>
  );
}

function isMoving({ state, charge }: Order): boolean {
  const tried = charge?.payment?.state;
  const underway = charge?.state === "open" && (tried === "pending" || tried === "unknown");
  return underway || (charge?.state === "captured" && (state === "placed" || state === "paid"));
}

function OrderDetails({ order }: { readonly order: Order }) {
  const { lines, totals, buyer, placedAt, country, region } = order;
  return (
    <div className="columns">
      <div>
        <Section title={words.lines}>
          <ScrollBox label={words.lines}>
            <table className="table" aria-label={words.lines}>
              <tbody>
                {lines.map(({ no, name, sku, quantity, unit, gross }) => (
                  <tr key={no}>
                    <td>
                      {words.lineText(quantity, name)} <code>{sku}</code>
                    </td>
                    <td className="number">
                      {words.each} <Money of={unit.gross} />
                    </td>
                    <td className="number">
                      <Money of={gross} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </Section>
        <OrderPayment order={order} />
        <Section title={words.codes}>
          <OrderCodes order={order} />
        </Section>
      </div>
      <div>
        <Section title={words.buyer}>
          <FactList
            facts={[
              [words.buyerName, buyer.name],
              [words.buyerEmail, buyer.email],
              [words.vatId, buyer.vatId],
              [contract.purchaseOrder, order.purchaseOrder],
              [en.desk.region, region === null ? country : `${region} (${country})`],
              [words.placed, formatInstant(placedAt)],
              [words.totalNet, <Money key="net" of={totals.net} />],
              [words.totalGross, <Money key="gross" of={totals.gross} />],
            ]}
          />
        </Section>
      </div>
    </div>
  );
}
