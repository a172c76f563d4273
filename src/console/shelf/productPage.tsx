import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Badge, PageHead, Shown, useListSearch, useRole } from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { HistoryTab } from "./historyTab.tsx";
import { OfferTab } from "./offerTab.tsx";
import { PricesTab } from "./pricesTab.tsx";
import { type KeptProduct, shelfQueries } from "./shelfQueries.ts";
import { TextTab } from "./textTab.tsx";

const tabs = ["text", "prices", "offer", "history"] as const;

/** One product: what is written of it, its prices, how it may be had, and who changed what. */
export function ProductPage() {
  const { sku } = useParams({ strict: false }) as { readonly sku: string };
  const query = useQuery(shelfQueries.product(sku));
  const { search } = useListSearch();
  const tab = tabs.find((name) => name === search.tab) ?? "text";
  return (
    <div className="page">
      <PageHead
        title={query.data?.name ?? sku}
        about={
          <>
            <code>{sku}</code>{" "}
            {query.data?.isListed === false ? <Badge tone="over">{words.offShelf}</Badge> : null}
          </>
        }
      />
      <SupplyNav />
      <nav className="sub-tabs" aria-label={words.tabsLabel}>
        {tabs.map((name) => (
          <Link
            key={name}
            to="/supply/products/$sku"
            params={{ sku }}
            search={{ tab: name }}
            className="sub-tab"
            activeProps={{}}
            aria-current={name === tab ? "page" : undefined}
          >
            {words.tabs[name]}
          </Link>
        ))}
      </nav>
      <Shown query={query}>{(product) => <Tab tab={tab} product={product} />}</Shown>
    </div>
  );
}

function Tab({ tab, product }: { readonly tab: (typeof tabs)[number]; readonly product: KeptProduct }) {
  const { role } = useRole();
  const mayEdit = role === "manager";
  switch (tab) {
    case "prices":
      return <PricesTab product={product} mayEdit={mayEdit} />;
    case "offer":
      return <OfferTab key={product.version} product={product} mayEdit={mayEdit} />;
    case "history":
      return <HistoryTab sku={product.sku} />;
    default:
      return <TextTab key={product.version} product={product} mayEdit={mayEdit} />;
  }
}
