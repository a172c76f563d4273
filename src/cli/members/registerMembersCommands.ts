import { type Command, InvalidArgumentError, Option } from "commander";
import {
  listMembers,
  MEMBER_ROLES,
  type Member,
  type MemberRole,
  putMember,
  removeMember,
} from "../../identity/index.ts";
import { StartupProblem, systemClock } from "../../platform/index.ts";
import { type TeamOptions, teamNamed, teamOptions } from "../teamNamed.ts";
import { type DataOptions, readEmail, withDatabase, withDataOptions } from "../withDatabase.ts";

interface AddOptions extends DataOptions, TeamOptions {
  readonly email: string;
  readonly role: MemberRole;
  readonly name: string;
}

/**
 * Adds `evermend members add`, `members list` and `members remove`: who works in the console. They work
 * beside a running server or without one, and count from the next request on.
 */
export function registerMembersCommands(program: Command): void {
  const members = program.command("members").description("Says who works in the console, and as what");
  withDataOptions(members.command("add"))
    .description("Gives somebody a role; they sign in with a code sent to their address")
    .addOption(new Option("--email <address>", "their address").argParser(readEmail).makeOptionMandatory())
    .addOption(new Option("--role <role>", "what they are").choices(MEMBER_ROLES).makeOptionMandatory())
    .addOption(new Option("--name <name>", "their name").argParser(readName).makeOptionMandatory())
    .addOption(teamOptions[0])
    .addOption(teamOptions[1])
    .action(add);
  withDataOptions(members.command("list")).description("Lists members, by address").action(list);
  withDataOptions(members.command("remove"))
    .description("Takes somebody's role away at once")
    .addOption(new Option("--email <address>", "their address").argParser(readEmail).makeOptionMandatory())
    .action(remove);
}

async function add({ email, role, name, ...options }: AddOptions, command: Command): Promise<void> {
  if (options.reseller !== undefined && role !== "reseller") {
    command.error("error: only a reseller is in a reseller's team", { code: "evermend.team" });
  }
  const member = await withDatabase(options, async (database) => {
    const team = await teamNamed(database, options);
    return await putMember(database, { email, role, name, ...team }, systemClock.now());
  });
  console.log(options.json === true ? asJson(member) : `${member.email} is ${member.role} now.`);
}

async function list(options: DataOptions): Promise<void> {
  for (const member of await withDatabase(options, listMembers)) {
    const { email, role, name } = member;
    console.log(options.json === true ? asJson(member) : `${role.padEnd(8)}  ${email}  ${name}`);
  }
}

async function remove({ email, ...options }: Pick<AddOptions, "email"> & DataOptions): Promise<void> {
  const member = await withDatabase(options, (database) => removeMember(database, email));
  if (member === undefined) {
    throw new StartupProblem(`${email} is no member; evermend members list shows who is.`, { exitCode: 1 });
  }
  console.log(options.json === true ? asJson(member) : `${member.email} is ${member.role} no longer.`);
}

function asJson({ email, role, name, createdAt }: Member): string {
  return JSON.stringify({ email, role, name, createdAt: createdAt.toString() });
}

function readName(text: string): string {
  const name = text.trim();
  if (name === "" || name.length > 200) {
    throw new InvalidArgumentError("Give a name of 200 characters at the most.");
  }
  return name;
}
