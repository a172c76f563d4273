import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink, EmptyState, Shown } from "../parts/index.ts";
import { type ResellerPage, resellerQueries } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";

/** What is shown of the reseller whose team somebody is in; who is in none is told so. */
export function OwnReseller({ children }: { readonly children: (own: ResellerPage) => ReactNode }) {
  const query = useQuery(resellerQueries.own());
  return (
    <Shown query={query}>
      {(own) =>
        own === null ? (
          <EmptyState says={words.noContract}>
            <ButtonLink to="/shop">{words.toCatalogue}</ButtonLink>
          </EmptyState>
        ) : (
          children(own)
        )
      }
    </Shown>
  );
}
