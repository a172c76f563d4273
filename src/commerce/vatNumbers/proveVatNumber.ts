import {
  type DeadlineKind,
  type Job,
  newId,
  type Platform,
  systemCaller,
  type Tx,
  transact,
  waking,
} from "../../platform/index.ts";
import { testRegister } from "./testRegister.ts";
import { ASKED_AGAIN_AFTER, isDueToAsk, pauseAfter, type VatNumber } from "./vatNumber.ts";
import type { RegisterAnswer, VatRegister } from "./vatRegister.ts";
import { isNumberUsed, keepAnswer, keepMissed, noteVatNumber, vatNumberOf } from "./vatStore.ts";
import { viesRegister } from "./viesRegister.ts";

const DUE = "vat_number_due";

/** The register this installation asks. */
function registerOf({ config }: Platform): VatRegister {
  return config.testVatRegister === "on" ? testRegister : viesRegister(config.vatRegisterUrl);
}

/**
 * Asks the register about a number, outside any transaction, and keeps what it says. While it is away it is
 * asked again, later each time; nobody's order waits for it.
 */
export const proveVatNumber: Job<{ readonly vatId: string; readonly numberId: string }> = waking(
  {
    name: "prove_vat_number",
    run: async (platform: Platform, { vatId }: { readonly vatId: string; readonly numberId: string }) => {
      const at = platform.clock.now();
      const askedBy = platform.config.seller?.vatId;
      const answer = await registerOf(platform).ask({ vatId, askedBy, at });
      await transact(platform, systemCaller, (tx) => keep(tx, vatId, answer));
    },
  },
  ({ numberId }) => numberId,
);

async function keep(tx: Tx, vatId: string, answer: RegisterAnswer): Promise<void> {
  const known = await vatNumberOf(tx, vatId);
  if (known === undefined) {
    return;
  }
  if (answer.result === "not_available") {
    await keepMissed(tx, vatId, tx.at);
    tx.schedule(known.numberId, DUE, vatId, tx.at.add(pauseAfter(known.missed)));
    return;
  }
  const name = answer.result === "valid" ? answer.registeredAs : null;
  await keepAnswer(tx, vatId, answer.result, answer.proof, name, tx.at);
  tx.schedule(known.numberId, DUE, vatId, tx.at.add(ASKED_AGAIN_AFTER));
}

/** A proof grows old, or the register was away: it is asked again while somebody buys with the number. */
export const vatNumberDue: DeadlineKind = {
  kind: DUE,
  run: async (tx, { rootId, key }) => {
    const { isUsed } = await isNumberUsed(tx, key, tx.at.subtract(ASKED_AGAIN_AFTER));
    if (isUsed) {
      tx.enqueue(proveVatNumber, { vatId: key, numberId: rootId });
    }
  },
};

/** What a buyer told of their business. */
export interface NumberTold {
  readonly vatId: string;
  readonly country: string;
  readonly name?: string | undefined;
}

/**
 * Writes a number down and has the register asked where no answer is known, or the one there is old. Of the
 * right form it must be already. One statement.
 */
export async function wantProof(tx: Tx, { vatId, country, name }: NumberTold): Promise<VatNumber> {
  const known = await noteVatNumber(tx, vatId, newId(tx.at), country, name ?? null, tx.at);
  if (isDueToAsk(known, tx.at)) {
    tx.enqueue(proveVatNumber, { vatId, numberId: known.numberId });
  }
  return known;
}
