import type { ActOptions } from "../../client/index.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Acting, useAct } from "../parts/useAct.ts";
import { readReviewAgain } from "./reviewQueries.ts";

/** Decides something, says so, and reads again what is on the screen. */
export function useReviewAct<Command, Reply>(
  act: (command: Command, options: ActOptions) => Promise<Reply>,
  says: (reply: Reply) => string,
  done: () => void = () => undefined,
): Acting<Command> {
  const announce = useAnnounce();
  return useAct(act, async (reply) => {
    announce(says(reply));
    await readReviewAgain();
    done();
  });
}
