import { accepted, type Decision, type TeamRole } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a team when somebody's place in it changes. */
export interface TeamFacts {
  /** The addresses of those who keep it, locked. */
  readonly keepers: readonly string[];
  readonly email: string;
  /** What they will be; undefined when they go. */
  readonly teamRole: TeamRole | undefined;
}

/** Whether somebody's place in a team may change: one keeper stays. Pure. */
export function judgeTeamChange({ keepers, email, teamRole }: TeamFacts): Decision<"keep"> {
  const isLast = keepers.length === 1 && keepers[0] === email;
  return isLast && teamRole !== "keeper" ? refuse("last_keeper") : accepted("keep");
}
