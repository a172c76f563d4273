import { useState } from "react";
import type { ClaimPage, CommandOf } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import type { Acting } from "../parts/useAct.ts";
import { useDraft } from "../parts/useDraft.ts";
import { useRole } from "../parts/useRole.ts";
import { en } from "../words/en.ts";
import { type Draft, draftOf, inspectionOf, isPriceClear, isWhole } from "./draft.ts";
import { useCaseEngine } from "./useCaseEngine.ts";
import { type Live, useLiveReceipt } from "./useLiveReceipt.ts";

/** The answer to the findings, and whether each of them has its cause and its parts. */
export type LiveFindings = Live & { readonly isWhole: boolean };

/** An inspection under way: the findings so far, what the terms say of them, and the way to save them. */
export interface Inspection {
  readonly draft: Draft;
  change(draft: Draft): void;
  readonly live: LiveFindings;
  readonly saving: Acting<CommandOf<"inspectDevice">>;
  /** Saves what the receipt was decided by; says why not when it cannot. */
  save(): void;
  /** Whether somebody else saved an inspection since this one was begun. */
  readonly overtaken: boolean;
  /** Whether it is theirs to make: nobody else is answered by the server, so it is not asked. */
  readonly isTheirs: boolean;
}

/** Begins an inspection of the case, or goes on with the one that was begun here before. */
export function useInspection({ claim, inspections, ribbon: { zone } }: ClaimPage): Inspection {
  const [begun] = useState(inspections.length);
  const { value: draft, change, drop } = useDraft(`${claim.id} bench ${begun}`, () => draftOf(claim, zone));
  const { worksAtBench: isTheirs } = useRole();
  const decideHere = useCaseEngine(claim.id, inspections.length, isTheirs);
  const isClear = isTheirs && isPriceClear(draft, claim.currency);
  const answered = useLiveReceipt(inspectionOf(draft, claim, zone), isClear, decideHere);
  const live = { ...answered, settles: answered.settles && isWhole(draft), isWhole: isWhole(draft) };
  const announce = useAnnounce();
  const saving = useSaveCase(client.inspectDevice, () => {
    drop();
    return en.bench.saved;
  });
  // Who was told of another look, and saves again, has seen it.
  const seen = saving.problem?.code === "inspected_meanwhile" ? inspections.length : begun;
  const save = () => {
    if (!isTheirs) {
      announce(en.bench.notYours);
    } else if (live.settles) {
      saving.perform({ ...inspectionOf(draft, claim, zone), inspection: seen });
    } else {
      announce(live.behind ? en.bench.stillDeciding : en.bench.cannotSave);
    }
  };
  // A save whose answer was lost may be the inspection that has appeared.
  const overtaken = inspections.length !== begun && !saving.pending && saving.problem === undefined;
  return { draft, change: (changed) => change(() => changed), live, saving, save, overtaken, isTheirs };
}
