import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
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

/** What the terms say of the findings as they are now. */
export interface Live {
  readonly receipt: StoredReceipt | undefined;
  readonly choices: readonly Choice[];
  /** Why the findings cannot be saved yet. */
  readonly refusal: DryRefusal | undefined;
  readonly problem: ProblemError | undefined;
  /** Asks again, after a problem. */
  again(): void;
  /** Whether the answer is of an earlier state of the findings. */
  readonly behind: boolean;
  /** Whether these findings can be saved. */
  readonly settles: boolean;
}

/** Long enough that typing a price is one question, short enough to feel at once. */
const PAUSE_MS = 200;

/** Asks the server what an inspection would lead to, as the findings change. Nothing is saved. */
export function useLiveReceipt(command: CommandOf<"inspectDevice">, clear: boolean): Live {
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
  return {
    receipt: made?.receipt ?? (refusal?.receipt as StoredReceipt | undefined),
    choices: made?.choices ?? [],
    refusal,
    problem: query.error === null ? undefined : problemOf(query.error),
    again: () => void query.refetch(),
    behind,
    settles: clear && made !== undefined && !behind && query.error === null,
  };
}
