import type { LinkProps } from "@tanstack/react-router";
import type { Hit } from "./surest.ts";

type Place = Pick<LinkProps, "to" | "params" | "search">;

/** Where what was found is looked at. */
export function hitPlace({ kind, id, text = "", found }: Hit): Place {
  switch (kind) {
    case "case":
      return { to: "/cases/$id", params: { id } };
    case "device":
      return { to: "/devices/$id", params: { id } };
    case "contract":
      return { to: "/contracts/$id", params: { id } };
    case "verification":
      return { to: "/verifications/$id", params: { id } };
    case "order":
      return { to: "/orders/$id", params: { id } };
    case "code":
      return { to: "/codes", search: { last4: text } as never };
    case "unit":
      return { to: "/pool/units/$serial", params: { serial: id } };
    case "stray":
      return { to: "/intake", search: { scan: found ?? text } as never };
    case "charge":
    case "refund":
    case "hold":
    case "dispute":
      return { to: `/money/${kind}s/$id`, params: { id } };
  }
}
