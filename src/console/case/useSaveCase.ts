import { useNavigate, useParams } from "@tanstack/react-router";
import { useContext } from "react";
import type { ActOptions } from "../../client/index.ts";
import { queryClient } from "../client.ts";
import { type Undo, useAnnounce } from "../parts/announcer.tsx";
import { type Acting, useAct } from "../parts/useAct.ts";
import { StaysHere } from "./staysHere.ts";

/**
 * Performs a step of a case; then says what was done, with how it is taken back where it can be, and shows
 * the case with its next step.
 */
export function useSaveCase<Command, Reply>(
  act: (command: Command, options: ActOptions) => Promise<Reply>,
  saysDone: (reply: Reply) => string,
  undo: (reply: Reply) => Undo | undefined = () => undefined,
): Acting<Command> {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const navigate = useNavigate();
  const announce = useAnnounce();
  const stays = useContext(StaysHere);
  const read = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ["claims"] }),
      queryClient.invalidateQueries({ queryKey: ["claim", id] }),
      queryClient.invalidateQueries({ queryKey: ["calendar"] }),
    ]);
  const done = async (reply: Reply) => {
    announce(saysDone(reply), undo(reply));
    await read();
    if (stays) {
      return;
    }
    await navigate({ to: "/cases/$id", params: { id } });
    // Whoever works by keyboard goes on with Enter.
    document.querySelector<HTMLElement>(".case-actions .primary")?.focus();
  };
  // A refusal may mean that somebody was faster: the case is shown as it is now.
  return useAct(act, done, ({ status }) => void (status === 409 ? read() : undefined));
}
