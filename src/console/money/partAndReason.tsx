import { TextInput } from "@mantine/core";
import { useState } from "react";
import { readMoney } from "../format/formatMoney.ts";
import { money as words } from "../words/en/money.ts";

/** A part of a sum and why, as somebody types it. */
export interface Part {
  readonly currency: string;
  readonly typed: string;
  readonly reason: string;
  /** What was told; the whole sum where no amount is. Undefined until it can be sent. */
  readonly told: { readonly amount?: number; readonly reason: string } | undefined;
  readonly isWrong: boolean;
  change(more: { readonly typed?: string; readonly reason?: string }): void;
  clear(): void;
}

const NOTHING = { typed: "", reason: "" };

/** A part of a sum in a currency, and why. */
export function usePart(currency: string): Part {
  const [now, set] = useState(NOTHING);
  const amount = now.typed === "" ? undefined : readMoney(now.typed, currency);
  const isWrong = now.typed !== "" && (amount === undefined || amount === 0);
  const reason = now.reason.trim();
  const told = isWrong || reason === "" ? undefined : { reason, ...(amount !== undefined && { amount }) };
  return {
    ...{ currency, ...now, told, isWrong },
    change: (more) => set((before) => ({ ...before, ...more })),
    clear: () => set(NOTHING),
  };
}

/** The two boxes for it. */
export function PartAndReason({ part, hint }: { readonly part: Part; readonly hint: string }) {
  return (
    <>
      <TextInput
        label={words.captureAmount(part.currency)}
        description={hint}
        className="number-input narrow-box"
        inputMode="decimal"
        value={part.typed}
        error={part.isWrong ? words.amountFault : undefined}
        onChange={(event) => part.change({ typed: event.currentTarget.value })}
      />
      <TextInput
        label={words.reason}
        description={words.officeHint}
        required
        maxLength={500}
        value={part.reason}
        onChange={(event) => part.change({ reason: event.currentTarget.value })}
      />
    </>
  );
}
