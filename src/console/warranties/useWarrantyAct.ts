import type { ActOptions } from "../../client/index.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Acting, useAct } from "../parts/useAct.ts";
import { readWarrantiesAgain } from "./warrantyQueries.ts";

/** Does something about a warranty or a recovery, says so, and reads again what is on the screen. */
export function useWarrantyAct<Command, Reply>(
  act: (command: Command, options: ActOptions) => Promise<Reply>,
  says: (reply: Reply) => string,
  done: (reply: Reply) => void = () => undefined,
): Acting<Command> {
  const announce = useAnnounce();
  return useAct(act, async (reply) => {
    announce(says(reply));
    done(reply);
    await readWarrantiesAgain();
  });
}
