import type { OrderPage } from "../../client/index.ts";
import { Badge } from "../parts/stateBadge.tsx";
import { en } from "../words/en.ts";
import { ReissueCode, ResendCodes } from "./codesAgain.tsx";

/** The codes of an order by their last four, each to be issued anew, all to be sent again. */
export function MaskedCodes({ order }: { readonly order: OrderPage }) {
  return (
    <>
      <ul className="codes">
        {order.codes.map(({ id, last4, state, lineNo }) => (
          <li key={`${lineNo} ${last4}`}>
            <code>•••• {last4}</code>{" "}
            <Badge tone={state === "redeemed" ? "ok" : "waiting"}>{en.field.codes[state] ?? state}</Badge>
            <ReissueCode code={id} last4={last4} isUnused={state === "sold"} />
          </li>
        ))}
      </ul>
      <ResendCodes order={order} />
    </>
  );
}
