import { InvalidArgumentError, Option } from "commander";
import { resellerOf } from "../commerce/index.ts";
import {
  type Caller,
  type Database,
  readPublicId,
  StartupProblem,
  type TeamRole,
  teamRoles,
} from "../platform/index.ts";

/** What a command is told about the team somebody joins. */
export interface TeamOptions {
  /** The bare id. */
  readonly reseller?: string;
  readonly teamRole: TeamRole;
}

/** The options that put somebody, or a key, into a reseller's team. Without them a reseller is in none. */
export const teamOptions = [
  new Option("--reseller <id>", "the reseller whose team it is in, as rsl_…").argParser(readResellerId),
  new Option("--team-role <role>", "what it may do there").choices(teamRoles).default("buyer"),
] as const;

/** The team that was named; nothing where none was. Errors: StartupProblem when there is no such reseller. */
export async function teamNamed(
  database: Database,
  { reseller, teamRole }: TeamOptions,
): Promise<Pick<Caller, "reseller">> {
  if (reseller === undefined) {
    return {};
  }
  if ((await resellerOf(database, reseller)) === undefined) {
    throw new StartupProblem(`There is no reseller rsl_${reseller}.`, { exitCode: 1 });
  }
  return { reseller: { id: reseller, teamRole } };
}

function readResellerId(text: string): string {
  const { rootId } = readPublicId("rsl", text) ?? {};
  if (rootId === undefined) {
    throw new InvalidArgumentError("It is no reseller's id.");
  }
  return rootId;
}
