import { activateContract } from "../../contracts/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { type Play, tell } from "./play.ts";
import type { Speaker } from "./speaker.ts";

const CLEO = { name: "Cleo", email: "cleo@example.org" } as const;
const LATE_HOURS = 49;

/** What was refused: which clauses speak against, what would change it, and the ways on. */
export interface Refused {
  readonly code: string;
  readonly against: readonly string[];
  readonly wouldChange: readonly string[];
  readonly doors: readonly string[];
}

/** A Spark that first flew 49 hours ago comes too late. The code stays good, and finds another Spark. */
export async function comeTooLate(play: Play, cleo: Speaker, code: string): Promise<Refused> {
  const flown = play.stage.now().subtract({ hours: LATE_HOURS });
  const bind = (serial: string, activatedAt: string) => ({
    ...{ code, serial, holder: CLEO },
    device: { model: "spark", activatedAt, region: "EU" },
  });
  tell(play, "Cleo", `enters her code for a Spark that first flew ${LATE_HOURS} hours ago.`);
  const refusal = await cleo.isRefused(activateContract, bind("SPKF2N7R5C8W", flown.toString()));
  const receipt = refusal.receipt as Receipt;
  tell(play, "terms", `${receipt.outcome}: ${refusal.detail}`);
  for (const { clause, says } of receipt.against) {
    tell(play, "against", `${clause}: ${says}`);
  }
  for (const { fact, says } of receipt.wouldChange) {
    tell(play, "unless", `${says} (${fact})`);
  }
  for (const { door, clause } of receipt.doors) {
    tell(play, "way on", `${door.replaceAll("-", " ")} (${clause})`);
  }
  const { contract, last4 } = await cleo.tell(activateContract, bind("SPKH4T9V3K6M", "never"));
  tell(play, "Cleo", `still has her code ···· ${last4}, and binds it to her new Spark ${contract.serial}.`);
  return {
    code: refusal.code,
    against: receipt.against.map(({ clause }) => clause),
    wouldChange: receipt.wouldChange.map(({ fact }) => fact),
    doors: receipt.doors.map(({ door }) => door),
  };
}
