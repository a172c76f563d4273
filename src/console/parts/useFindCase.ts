import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ProblemError } from "../../client/index.ts";
import { findCase } from "../case/findCase.ts";
import { stepRoute } from "../case/stepRoute.ts";
import { problemOf } from "./useAct.ts";

/** What came of the last search. */
export interface Finding {
  find(text: string): void;
  readonly busy: boolean;
  /** What was looked for and is not there. */
  readonly missing: string | undefined;
  readonly problem: ProblemError | undefined;
  clear(): void;
}

/** Finds a case by its id or a serial and opens it, at its next step or on its own page. */
export function useFindCase(opens: "step" | "page"): Finding {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ missing?: string; problem?: ProblemError }>({});
  const find = async (text: string) => {
    setBusy(true);
    try {
      const claim = await findCase(text);
      setOutcome(claim === undefined ? { missing: text } : {});
      if (claim !== undefined) {
        await navigate({ to: opens === "step" ? stepRoute(claim) : "/cases/$id", params: { id: claim.id } });
      }
    } catch (error) {
      setOutcome({ problem: problemOf(error as Error) });
    } finally {
      setBusy(false);
    }
  };
  return {
    find: (text) => void find(text),
    busy,
    missing: outcome.missing,
    problem: outcome.problem,
    clear: () => setOutcome({}),
  };
}
