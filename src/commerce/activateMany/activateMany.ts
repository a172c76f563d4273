import { type Static, Type } from "typebox";
import { ActivationBody, activateContract, typedCodes } from "../../contracts/index.ts";
import {
  accepted,
  act,
  type Caller,
  type Platform,
  Problem,
  perform,
  type Refusal,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { ownSightOf } from "../sight.ts";
import { seenAmong } from "../store.ts";
import { ActivationOutcome, outcomeOf } from "./activationRow.ts";

type Row = Static<typeof ActivationBody>;

/** What is left to do of a reply, from it: each row is bound in a transaction of its own, after this one. */
const todo = new WeakMap<object, readonly { readonly row: number; readonly command: Row }[]>();

/** What nobody outside is told apart: a code that is none, and one that somebody else sold. */
const NOT_THEIRS = refuse("code_not_sold_here").refused;

/**
 * POST /v1/activations/bulk: what a till collected, up to a hundred codes that its reseller sold. Each
 * row has
 * its own outcome and keeps no other back; one that was bound before, to the same device, is told as such.
 */
export const activateMany = act({
  route: "POST /v1/activations/bulk",
  permission: "contract.activate_bulk",
  summary: "Binds up to a hundred codes that the caller sold, each with its own outcome",
  body: shape({ activations: Type.Array(ActivationBody, { minItems: 1, maxItems: 100 }) }),
  reply: shape({ data: Type.Array(ActivationOutcome) }),
  secretReply: "shown_again",
  async run(tx, { activations }) {
    const found = await typedCodes(tx, tx.platform, activations);
    const sold = await soldBy(
      tx,
      found.flatMap((code) => code?.orderId ?? []),
    );
    const left: { row: number; command: Row }[] = [];
    const data = activations.map((command, row) => {
      const code = found[row];
      if (code === undefined || !(tx.caller.role === "integrator" || sold.has(code.orderId ?? ""))) {
        return told(row, "refused", NOT_THEIRS);
      }
      if (code.contract !== null) {
        return outcomeOf(row, "already", { contract: code.contract });
      }
      left.push({ row, command });
      return told(row, "refused", NOT_THEIRS);
    });
    const reply = { data };
    todo.set(reply, left);
    return accepted(reply);
  },
  async settle(platform, caller, reply) {
    const outcomes = [...reply.data];
    // One after the other: of two rows for one device the first is bound.
    for (const { row, command } of todo.get(reply) ?? []) {
      outcomes[row] = await bind(platform, caller, row, command);
    }
    return { data: outcomes };
  },
});

async function bind(
  platform: Platform,
  caller: Caller,
  row: number,
  command: Row,
): Promise<ActivationOutcome> {
  try {
    const { reply, refused } = await perform(platform, caller, activateContract, command);
    return refused === undefined
      ? outcomeOf(row, "activated", { contract: reply.contract.id, lastDay: reply.contract.lastDay })
      : told(row, "refused", refused);
  } catch (error) {
    if (!(error instanceof Problem)) {
      platform.log.error({ err: error, row }, "a row of many activations broke");
    }
    const [fault] = error instanceof Problem ? error.faults : [];
    const says =
      error instanceof Problem ? error.message : "Something broke on our side. Try this one again.";
    const reason = fault?.code ?? (error instanceof Problem ? error.code : "internal");
    return outcomeOf(row, "wrong", { reason, says, next: fault?.pointer ?? null });
  }
}

function told(row: number, outcome: "refused", { code, says, next }: Refusal): ActivationOutcome {
  return outcomeOf(row, outcome, { reason: code, says, next });
}

/** Those of these orders that the caller, or its team, placed. */
async function soldBy(tx: Tx, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = await seenAmong(tx, ...ownSightOf(tx.caller), [...new Set(orderIds)]);
  return new Set(seen.map(({ orderId }) => orderId));
}
