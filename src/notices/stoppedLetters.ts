import type { Asker } from "../catalogue/index.ts";
import { contractFacts } from "./contractLetters.ts";
import { momentIn } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import { planResumed, planSuspended, planUnpaid } from "./templates/planStopped.ts";

type Body = Readonly<Record<string, unknown>>;

/** The letters to a holder whose plan's payment is disputed: stopped, going on, ended. */
export const stoppedMailings: readonly Mailing[] = [
  { on: "ContractSuspended", template: "planSuspended", address: suspendedLetter },
  { on: "ContractResumed", template: "planResumed", address: resumedLetter },
  { on: "ContractCancelled", template: "planUnpaid", address: unpaidLetter },
];

/** Nobody is told of a stop that is over by the time the letter is written. */
async function suspendedLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed | undefined> {
  const { contract, facts } = await contractFacts(db, deviceId, Number(body.contractNo));
  return contract.state === "suspended"
    ? { personId: contract.holderId, letter: planSuspended(facts) }
    : undefined;
}

/** After a refund that was declined, the letter about that says that the plan goes on. */
async function resumedLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed | undefined> {
  const { contract, facts } = await contractFacts(db, deviceId, Number(body.contractNo));
  return body.from === "suspended" ? { personId: contract.holderId, letter: planResumed(facts) } : undefined;
}

async function unpaidLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed | undefined> {
  if (body.disputeNo === undefined) {
    return undefined;
  }
  const { contract, facts } = await contractFacts(db, deviceId, Number(body.contractNo));
  const endedAt = contract.endedAt ? momentIn(contract.endedAt, contract.zone) : facts.lastDay;
  return { personId: contract.holderId, letter: planUnpaid({ ...facts, endedAt }) };
}
