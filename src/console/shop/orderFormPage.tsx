import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { OrderForm } from "./orderForm.tsx";

/** Orders codes of one product. */
export function OrderFormPage() {
  const { sku } = useParams({ strict: false }) as { readonly sku: string };
  const query = useQuery(queries.product(sku));
  const title = query.data === undefined ? en.shop.order : en.shop.orderTitle(query.data.name);
  return (
    <div className="page">
      <PageHead title={title} about={<code>{sku}</code>} />
      <Shown query={query}>
        {(product) =>
          product.soldAs === "goods" ? (
            <EmptyState says={en.shop.goods} />
          ) : (
            <OrderForm key={product.sku} product={product} />
          )
        }
      </Shown>
    </div>
  );
}
