import type { Act, Read, Refusal } from "../platform/index.ts";

/** What may be said beside the command. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What may be said beside an act's command. */
export interface ActOptions extends CallOptions {
  /** The key of an earlier try of the same request; a new one is made otherwise. */
  readonly idempotencyKey?: string;
  /** Decide and answer, keep nothing. */
  readonly dryRun?: boolean;
}

/** A dry run that would be refused: an answer, not an error. */
export type DryRefusal = Refusal & { readonly outcome: "refused" };

/** Does something. With `dryRun` the answer may be the refusal that the real thing would meet. */
export interface ActMethod<Command, Reply> {
  (command: Command, options: ActOptions & { readonly dryRun: true }): Promise<Reply | DryRefusal>;
  (command: Command, options?: ActOptions): Promise<Reply>;
}

/** Asks something. */
export type ReadMethod<Question, Reply> = (question: Question, options?: CallOptions) => Promise<Reply>;

/** The method of the client for an act or a read of the server. */
export type MethodOf<Route> =
  Route extends Act<infer Command, infer Reply>
    ? ActMethod<Command, Reply>
    : Route extends Read<infer Question, infer Reply>
      ? ReadMethod<Question, Reply>
      : never;

/** Whether a dry run was answered with the refusal. */
export function isRefused(reply: object): reply is DryRefusal {
  return "outcome" in reply && reply.outcome === "refused" && "code" in reply;
}
