import { useQuery } from "@tanstack/react-query";
import type { SignedIn } from "../../client/index.ts";
import { queries } from "../queries.ts";

/**
 * Who is signed in, and whether the steps of a case are theirs to do. What counts is what the server permits.
 */
export function useRole(): { readonly role: SignedIn["role"]; readonly worksAtBench: boolean } {
  const { data } = useQuery(queries.session());
  const role = data?.role ?? "public";
  return { role, worksAtBench: role === "staff" || role === "integrator" };
}
