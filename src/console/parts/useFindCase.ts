import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
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
  const latest = useRef(0);
  const find = async (text: string) => {
    latest.current += 1;
    const turn = latest.current;
    setBusy(true);
    const found = await findCase(text).then(
      (claim) => ({ claim }),
      (error: Error) => ({ claim: undefined, problem: problemOf(error) }),
    );
    // Whoever scans on while we search wants the last one.
    if (turn !== latest.current) {
      return;
    }
    setBusy(false);
    const { claim } = found;
    setOutcome(claim === undefined ? { missing: text, ...found } : {});
    if (claim !== undefined) {
      await navigate({ to: opens === "step" ? stepRoute(claim) : "/cases/$id", params: { id: claim.id } });
    }
  };
  return {
    find: (text) => void find(text),
    busy,
    missing: outcome.problem === undefined ? outcome.missing : undefined,
    problem: outcome.problem,
    clear: () => setOutcome({}),
  };
}
