import { Link } from "@tanstack/react-router";
import { useRole } from "../parts/useRole.ts";
import { shortId } from "./columns.tsx";
import { moneyPagesOf } from "./moneyPages.ts";

const PLACES: Readonly<Record<string, string>> = {
  chg: "/money/charges/$id",
  rfd: "/money/refunds/$id",
  hld: "/money/holds/$id",
  dsp: "/money/disputes/$id",
  ctr: "/contracts/$id",
  ord: "/orders/$id",
  clm: "/cases/$id",
  rsl: "/resellers/$id",
  dev: "/devices/$id",
};

/** A thing by its id, with the way to it where there is one. */
export function ObjectLink({ id }: { readonly id: string | null | undefined }) {
  const { role } = useRole();
  if (id === null || id === undefined) {
    return null;
  }
  const prefix = id.slice(0, 3);
  const to = PLACES[prefix];
  const isTheirs = prefix !== "chg" || moneyPagesOf(role).includes("charges");
  const says = <code title={id}>{shortId(id)}</code>;
  return to === undefined || !isTheirs ? (
    says
  ) : (
    <Link to={to as "/orders/$id"} params={{ id }}>
      {says}
    </Link>
  );
}
