import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import { ButtonLink, FactList, Money, PageHead, Section, Shown } from "../parts/index.ts";
import { queries } from "../queries.ts";
import { AccountFacts } from "../resellers/resellerFacts.tsx";
import type { ResellerPage } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { OwnReseller } from "./ownReseller.tsx";
import { TopUp } from "./topUp.tsx";

/** Where a reseller begins: what it has, what it has to finish, what its codes came to. */
export function HomePage() {
  return (
    <div className="page">
      <PageHead
        title={words.homeTitle}
        actions={
          <ButtonLink to="/shop" primary>
            {words.toCatalogue}
          </ButtonLink>
        }
      />
      <OwnReseller>{(own) => <Home own={own} />}</OwnReseller>
    </div>
  );
}

function Home({ own }: { readonly own: ResellerPage }) {
  const { data: session } = useQuery(queries.session());
  const mayPay = session?.teamRole === "buyer" || session?.teamRole === "keeper";
  return (
    <div className="columns">
      <div>
        <AccountFacts of={own} />
        {mayPay && own.state !== "ended" ? <TopUp of={own} /> : null}
        <Unfinished />
        {own.state === "ended" ? null : <LowStock of={own.lowStock} />}
      </div>
      <Section title={own.name}>
        <FactList
          facts={[
            [words.sold, own.codes.soldIn30Days],
            [words.activated, own.codes.activatedIn30Days],
            [words.state, words.states[own.state]],
            [words.contractEnd, own.endsOn === null ? words.noEnd : formatDay(own.endsOn)],
            [words.regions, own.regions.join(", ")],
          ]}
        />
      </Section>
    </div>
  );
}

/** Orders that wait for their payment. */
function Unfinished() {
  const query = useQuery(queries.orders({ limit: 20, state: "placed" }));
  return (
    <Section title={words.unfinished}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.unfinishedNone}</p>
          ) : (
            <ul>
              {data.map(({ id, totals, placedAt, purchaseOrder }) => (
                <li key={id}>
                  <Link to="/orders/$id" params={{ id }}>
                    {purchaseOrder ?? formatInstant(placedAt)}
                  </Link>{" "}
                  <Money of={totals.gross} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Section>
  );
}

/** What will soon not be there in the pieces it usually buys, with the way to order it. */
function LowStock({ of: low }: { readonly of: ResellerPage["lowStock"] }) {
  return (
    <Section title={words.lowStock} note={words.lowStockNote}>
      {low.length === 0 ? (
        <p className="muted">{words.lowStockNone}</p>
      ) : (
        <ul>
          {low.map(({ sku, name, region, free, usualIn30Days }) => (
            <li key={`${sku} ${region}`}>
              {region === null ? name : `${name}, ${region}`}: {words.lowStockFree(free, usualIn30Days)}{" "}
              <Link to="/shop" search={{ q: sku }}>
                {words.lowStockOrder(sku)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
