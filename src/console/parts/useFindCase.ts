import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ProblemError } from "../../client/index.ts";
import { isExpectedToday } from "../calendar/visitToday.ts";
import { findCase } from "../case/findCase.ts";
import { type StepRoute, stepRoute } from "../case/stepRoute.ts";
import { findVerification } from "../verifications/findVerification.ts";
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

/**
 * Finds a case by its id or a serial and opens it, at its next step or on its own page. Whose owner is
 * expected over the counter today is checked in first.
 */
export function useFindCase(opens: "step" | "page"): Finding {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ missing?: string; problem?: ProblemError }>({});
  const latest = useRef(0);
  const find = async (text: string) => {
    latest.current += 1;
    const turn = latest.current;
    setBusy(true);
    const found = await findPlace(text, opens).catch((error: Error) => ({ problem: problemOf(error) }));
    // Whoever scans on while we search wants the last one.
    if (turn !== latest.current) {
      return;
    }
    setBusy(false);
    if (found === undefined || "problem" in found) {
      setOutcome({ missing: text, ...found });
      return;
    }
    setOutcome({});
    await navigate({ to: found.to, params: { id: found.id } });
  };
  return {
    find: (text) => void find(text),
    busy,
    missing: outcome.problem === undefined ? outcome.missing : undefined,
    problem: outcome.problem,
    clear: () => setOutcome({}),
  };
}

/** The screen to open for what was typed. Undefined: there is no such case. */
async function findPlace(
  text: string,
  opens: "step" | "page",
): Promise<
  { readonly id: string; readonly to: StepRoute | "/calendar/visits/$id" | "/verifications/$id" } | undefined
> {
  const claim = await findCase(text);
  const verification = claim === undefined ? await findVerification(text) : undefined;
  if (verification !== undefined) {
    return { id: verification.id, to: "/verifications/$id" };
  }
  if (claim === undefined || opens === "page") {
    return claim && { id: claim.id, to: "/cases/$id" };
  }
  const { id } = claim;
  return { id, to: (await isExpectedToday(claim)) ? "/calendar/visits/$id" : stepRoute(claim) };
}
