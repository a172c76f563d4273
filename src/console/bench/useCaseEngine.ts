import { useQuery } from "@tanstack/react-query";
import type { DecideHere } from "./caseEngine.ts";

/**
 * The engine with this case, once it has come: it is loaded when a bench is opened by who works there.
 * Undefined before, and where it cannot come: then the server's answers are waited for as ever.
 */
export function useCaseEngine(id: string, inspections: number, isTheirs: boolean): DecideHere | undefined {
  const { data } = useQuery({
    queryKey: ["case-engine", id, inspections],
    queryFn: async ({ signal }) => await (await import("./caseEngine.ts")).caseEngine(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isTheirs,
  });
  return data ?? undefined;
}
