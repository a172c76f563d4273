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
import { eachFound } from "./factsFound.ts";
import type { ShownFinding } from "./foundList.tsx";
import { sameReceipt } from "./sameReceipt.ts";

/** What the terms say of the findings as they are now. */
export interface Live {
  readonly receipt: StoredReceipt | undefined;
  /** Each finding with its receipt, where there are several. */
  readonly found: readonly ShownFinding[];
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
  const own = useMemo(() => {
    const each = eachFound(JSON.parse(said) as CommandOf<"inspectDevice">);
    return decideHere && each.map((findings) => ({ findings, receipt: decideHere(findings) }));
  }, [decideHere, said]);
  const [first, ...others] = own ?? [];
  const isOwn = behind && first !== undefined;
  const isOne = others.length === 0;
  const only = isOne ? first?.receipt : undefined;
  const isSame = first === undefined || (isOne && first.receipt.outcome === theirs?.outcome);
  const ownFound = isOne ? [] : (own ?? []).map((each, index) => ({ no: index + 1, ...each }));
  // Of an earlier state, and so of another answer, the sheet and the combination would mislead.
  const isStale = isOwn && !isSame;
  return {
    receipt: isOwn ? only : theirs,
    found: isOwn || made === undefined ? ownFound : (made.claim.found ?? []),
    isOwn,
    differs: !behind && differsFrom(theirs, made?.claim.found, command, decideHere),
    choices: isStale ? [] : (made?.choices ?? []),
    refusal,
    problem: query.error === null ? undefined : problemOf(query.error),
    again: () => void query.refetch(),
    behind,
    settles: clear && made !== undefined && !behind && query.error === null,
  };
}

/** Decided by both at the same instant, as the receipts name it. */
function differsFrom(
  lead: StoredReceipt | undefined,
  found: readonly ShownFinding[] | undefined,
  command: CommandOf<"inspectDevice">,
  decideHere: DecideHere | undefined,
): boolean {
  if (lead === undefined || decideHere === undefined || !("at" in lead)) {
    return false;
  }
  const own = eachFound(command).map((findings) => decideHere(findings, String(lead.at)));
  // Where it is refused the server tells the receipt that keeps the case open, which is one of them.
  return found === undefined
    ? !own.some((receipt) => sameReceipt(receipt, lead))
    : found.some(({ receipt }, index) => !sameReceipt(own[index] ?? {}, receipt));
}
