import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type CommandOf, isRefused, type Product, type ProductPage } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { FactList } from "../parts/factList.tsx";
import { AlertCard } from "../parts/problemCard.tsx";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { Tiers } from "./cataloguePage.tsx";

const words = en.shop;
const PAUSE_MS = 300;

/** What the order will come to: the tiers, how near the next one is, and the server's own sum. */
export function OrderPreview(props: {
  readonly product: ProductPage;
  readonly command: CommandOf<"placeOrder">;
}) {
  const { product, command } = props;
  const said = JSON.stringify(command);
  const [asked] = useDebouncedValue(said, PAUSE_MS);
  const whole = command.buyer.country.length === 2 && command.lines[0]?.quantity !== 0;
  const { data } = useQuery({
    ...queries.dryOrder(JSON.parse(asked) as CommandOf<"placeOrder">),
    enabled: whole && asked === said,
  });
  const quantity = command.lines[0]?.quantity ?? 0;
  return (
    <>
      <Tiers prices={product.prices} />
      <NextTier prices={product.prices} quantity={quantity} />
      <div aria-live="polite">
        {data === undefined || isRefused(data) ? null : (
          <FactList
            facts={[
              [words.totalNet, formatMoney(data.totals.net)],
              [words.totalGross, <b key="gross">{formatMoney(data.totals.gross)}</b>],
              [en.desk.region, data.region ?? command.buyer.country],
              [words.codes, words.promised(formatDay(data.promisedOn))],
            ]}
          />
        )}
        {data !== undefined && isRefused(data) ? (
          <AlertCard title={data.says}>
            <p>{data.next}</p>
          </AlertCard>
        ) : null}
      </div>
    </>
  );
}

function NextTier(props: { readonly prices: Product["prices"]; readonly quantity: number }) {
  const { prices, quantity } = props;
  const next = prices.find(({ minQuantity }) => minQuantity > quantity);
  return next === undefined ? null : (
    <p className="muted">{words.tierNext(next.minQuantity - quantity, formatMoney(next.gross))}</p>
  );
}
