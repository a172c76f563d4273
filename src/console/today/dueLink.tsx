import { Link } from "@tanstack/react-router";
import type { Due } from "../inbox/inboxQueries.ts";

/** A deadline by its name, leading to what it is about. */
export function DueLink({ due }: { readonly due: Due }) {
  const { name, claimId, contractId, deviceId } = due;
  if (claimId !== undefined) {
    return (
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {name}
      </Link>
    );
  }
  if (contractId !== undefined) {
    return (
      <Link className="row-link" to="/contracts/$id" params={{ id: contractId }}>
        {name}
      </Link>
    );
  }
  return deviceId === undefined ? (
    name
  ) : (
    <Link className="row-link" to="/devices/$id" params={{ id: deviceId }}>
      {name}
    </Link>
  );
}
