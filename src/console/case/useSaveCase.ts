import { useNavigate, useParams } from "@tanstack/react-router";
import type { ActOptions } from "../../client/index.ts";
import { queryClient } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { type Acting, useAct } from "../parts/useAct.ts";

/** Performs a step of a case; then says what was done, and shows the case with its next step. */
export function useSaveCase<Command, Reply>(
  act: (command: Command, options: ActOptions) => Promise<Reply>,
  saysDone: (reply: Reply) => string,
): Acting<Command> {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const navigate = useNavigate();
  const announce = useAnnounce();
  return useAct(act, async (reply) => {
    announce(saysDone(reply));
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ["claims"] }),
      queryClient.invalidateQueries({ queryKey: ["claim", id] }),
    ]);
    await navigate({ to: "/cases/$id", params: { id } });
    // Whoever works by keyboard goes on with Enter.
    document.querySelector<HTMLElement>(".case-actions .primary")?.focus();
  });
}
