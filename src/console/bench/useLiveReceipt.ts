import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  type Choice,
  type CommandOf,
  type DryRefusal,
  isRefused,
  type ProblemError,
} from "../../client/index.ts";
import type { StoredReceipt } from "../parts/receiptView.tsx";
import { problemOf } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import type { DecideHere } from "./caseEngine.ts";
import { sameReceipt } from "./sameReceipt.ts";

/** What the terms say of the findings as they are now. */
export interface Live {
  readonly receipt: StoredReceipt | undefined;
  readonly choices: readonly Choice[];
  /** Why the findings cannot be saved yet. */
  readonly refusal: DryRefusal | undefined;
  readonly problem: ProblemError | undefined;
  /** Asks again, after a problem. */
  again(): void;
  /** Whether the receipt was worked out here, and the server has not answered yet. */
  readonly isOwn: boolean;
  /** Whether the server decided otherwise than was worked out here. */
  readonly differs: boolean;
  /** Whether the server's answer is of an earlier state of the findings. */
  readonly behind: boolean;
  /** Whether these findings can be saved. */
  readonly settles: boolean;
}

/** Long enough that typing a price is one question, short enough to feel at once. */
const PAUSE_MS = 200;

/**
 * What an inspection would lead to, as the findings change: worked out here at once where the engine is, and
 * by the server, whose answer counts. Nothing is saved.
 */
export function useLiveReceipt(
  command: CommandOf<"inspectDevice">,
  clear: boolean,
  decideHere: DecideHere | undefined,
): Live {
  const said = JSON.stringify(command);
  const [asked] = useDebouncedValue(said, PAUSE_MS);
  const query = useQuery({
    ...queries.dryInspection(JSON.parse(asked) as CommandOf<"inspectDevice">),
    enabled: clear,
  });
  const reply = query.data;
  const behind = asked !== said || query.isFetching || query.isPlaceholderData;
  const refusal = reply !== undefined && isRefused(reply) ? reply : undefined;
  const made = reply === undefined || isRefused(reply) ? undefined : reply;
  const theirs = made?.receipt ?? (refusal?.receipt as StoredReceipt | undefined);
  const own = useMemo(
    () => decideHere?.((JSON.parse(said) as CommandOf<"inspectDevice">).findings),
    [decideHere, said],
  );
  const isOwn = behind && own !== undefined;
  const isSame = own === undefined || own.outcome === theirs?.outcome;
  return {
    receipt: isOwn ? own : theirs,
    isOwn,
    differs: !behind && differsFrom(theirs, command.findings, decideHere),
    // Of an earlier state, and so of another answer, they would mislead.
    choices: isOwn && !isSame ? [] : (made?.choices ?? []),
    refusal,
    problem: query.error === null ? undefined : problemOf(query.error),
    again: () => void query.refetch(),
    behind,
    settles: clear && made !== undefined && !behind && query.error === null,
  };
}

/** Decided by both at the same instant, as the receipt names it. */
function differsFrom(
  receipt: StoredReceipt | undefined,
  findings: CommandOf<"inspectDevice">["findings"],
  decideHere: DecideHere | undefined,
): boolean {
  return (
    receipt !== undefined &&
    decideHere !== undefined &&
    "at" in receipt &&
    !sameReceipt(decideHere(findings, String(receipt.at)), receipt)
  );
}
