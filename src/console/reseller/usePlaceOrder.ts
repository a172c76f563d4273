import { useNavigate } from "@tanstack/react-router";
import { client, queryClient } from "../client.ts";
import { useAct } from "../parts/useAct.ts";

/** Places an order; when it is placed, `done` is called and its page is shown. */
export function usePlaceOrder(done: () => void) {
  const navigate = useNavigate();
  return useAct(client.placeOrder, async ({ id }) => {
    done();
    await queryClient.invalidateQueries({ queryKey: ["orders"] });
    await navigate({ to: "/orders/$id", params: { id } });
  });
}
