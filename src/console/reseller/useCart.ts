import { useQuery } from "@tanstack/react-query";
import { queryClient } from "../client.ts";
import { type CartLine, keepCart, readCart } from "./keptCart.ts";

const KEY = ["kept-cart"];

/** The cart of this browser, the same on every screen. */
export function useCart(): {
  readonly lines: readonly CartLine[];
  keep(lines: readonly CartLine[]): void;
} {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => readCart(), initialData: readCart });
  return {
    lines: data,
    keep: (lines) => {
      keepCart(lines);
      queryClient.setQueryData(KEY, lines);
    },
  };
}
