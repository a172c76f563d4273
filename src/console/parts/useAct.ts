import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { type ActOptions, newIdempotencyKey, ProblemError } from "../../client/index.ts";

/** An act under way, for a button and the card below it. */
export interface Acting<Command> {
  perform(command: Command): void;
  readonly pending: boolean;
  /** Why the last try did not go through. */
  readonly problem: ProblemError | undefined;
  reset(): void;
}

/**
 * Performs an act of the client. The same command sent again after an answer that never came carries the same
 * key, so pressing the button twice does it once; a command that was answered starts afresh.
 */
export function useAct<Command, Reply>(
  act: (command: Command, options: ActOptions) => Promise<Reply>,
  done: (reply: Reply) => void | Promise<void>,
  failed: (problem: ProblemError) => void = () => undefined,
): Acting<Command> {
  const running = useRef(false);
  const unanswered = useRef<{ readonly said: string; readonly key: string } | undefined>(undefined);
  const mutation = useMutation<Reply, Error, Command>({
    mutationFn: async (command) => {
      const said = JSON.stringify(command ?? null);
      const key = unanswered.current?.said === said ? unanswered.current.key : newIdempotencyKey();
      unanswered.current = { said, key };
      try {
        const reply = await act(command, { idempotencyKey: key });
        unanswered.current = undefined;
        return reply;
      } catch (error) {
        if (error instanceof ProblemError && error.status >= 400 && error.status < 500) {
          unanswered.current = undefined;
        }
        throw error;
      }
    },
    onSuccess: (reply) => done(reply),
    onError: (error) => failed(problemOf(error)),
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    perform: (command) => {
      // A second press comes before the first has changed the button.
      if (!running.current) {
        running.current = true;
        mutation.mutate(command);
      }
    },
    pending: mutation.isPending,
    problem: mutation.error === null ? undefined : problemOf(mutation.error),
    reset: mutation.reset,
  };
}

/** Anything that went wrong, as a problem that can be shown. */
export function problemOf(error: Error): ProblemError {
  return error instanceof ProblemError
    ? error
    : new ProblemError({ code: "fault", title: "Fault", detail: error.message }, error);
}
