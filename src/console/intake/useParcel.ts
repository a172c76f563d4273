import { useState } from "react";
import type { ClaimPage, CommandOf, Part } from "../../client/index.ts";
import { useSaveCase } from "../case/useSaveCase.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import type { Acting } from "../parts/useAct.ts";
import { useDraft } from "../parts/useDraft.ts";
import { en } from "../words/en.ts";
import { type Lack, lackOf, missingOf, type Parcel, parcelOf } from "./parcel.ts";

/** A parcel being unpacked. */
export interface Unpacking {
  readonly parcel: Parcel;
  change(part: Partial<Parcel>): void;
  /** What is sent when it is taken in; undefined while something is lacking. */
  readonly ready: CommandOf<"receiveDevice"> | undefined;
  /** What keeps it from being taken in; undefined when nothing does. */
  readonly lack: Lack | undefined;
  /** The parts that are asked about before it is taken in; undefined while nobody has to be asked. */
  readonly asksFor: readonly string[] | undefined;
  readonly accepting: Acting<CommandOf<"receiveDevice">>;
  /** Takes it in; asks first when parts are missing, and says what it lacks. */
  accept(): void;
  lookAgain(): void;
  /** Forgets it: it is put aside. */
  drop(): void;
}

const nothingYet: Parcel = { scanned: "", ticked: [], condition: "", differs: false, weight: "" };

/** Begins to unpack a parcel of the case, or goes on with the one that was begun here before. */
export function useParcel(page: ClaimPage): Unpacking {
  const { value: parcel, change, drop } = useDraft(`${page.claim.id} parcel`, () => nothingYet);
  const [asks, setAsks] = useState(false);
  const announce = useAnnounce();
  const accepting = useSaveCase(client.receiveDevice, (reply) => {
    drop();
    return en.cases.received(reply.missing.length);
  });
  const told = parcelOf(parcel, page);
  const [intakes] = useState(page.intakes.length);
  const ready = told === undefined ? undefined : { ...told, parts: told.parts as Part[], intakes };
  const missing = missingOf(parcel, page);
  const accept = () => {
    if (ready === undefined) {
      announce(en.cases.lacks[lackOf(parcel, page)]);
    } else if ((missing.length > 0 || parcel.differs) && !asks) {
      setAsks(true);
    } else {
      accepting.perform(ready);
    }
  };
  return {
    parcel,
    change: (part) => {
      change((now) => ({ ...now, ...part }));
      setAsks(false);
    },
    ready,
    lack: ready === undefined ? lackOf(parcel, page) : undefined,
    asksFor: asks && (missing.length > 0 || parcel.differs) ? missing : undefined,
    accepting,
    accept,
    lookAgain: () => setAsks(false),
    drop,
  };
}
