import { type Command, InvalidArgumentError, Option } from "commander";
import { createKey, KEY_ROLES, type KeyRole, listKeys, publicKey, revokeKey } from "../../identity/index.ts";
import { StartupProblem, systemClock } from "../../platform/index.ts";
import { type TeamOptions, teamNamed, teamOptions } from "../teamNamed.ts";
import { type DataOptions, readEmail, withDatabase, withDataOptions } from "../withDatabase.ts";
import { keyLines } from "./keyLines.ts";

interface CreateOptions extends DataOptions, TeamOptions {
  readonly role: KeyRole;
  readonly email?: string;
  readonly name?: string;
  readonly days?: number;
}

/** The most of them that one listing shows. */
const LISTED = 200;

/**
 * Adds `evermend keys create`, `keys list` and `keys revoke`. They work beside a running server or without
 * one.
 */
export function registerKeysCommands(program: Command): void {
  const keys = program.command("keys").description("Makes, lists and revokes API keys");
  withDataOptions(keys.command("create"))
    .description("Makes an API key and prints its token, this once")
    .addOption(new Option("--role <role>", "what the key may be").choices(KEY_ROLES).makeOptionMandatory())
    .option(
      "--email <address>",
      "whose key it is: an owner's key sees what they hold, every key what their keys ordered",
      readEmail,
    )
    .addOption(teamOptions[0])
    .addOption(teamOptions[1])
    .option("--name <name>", "what the key is for")
    .option("--days <days>", "how long it is valid; for ever unless said", readDays)
    .action(create);
  withDataOptions(keys.command("list")).description("Lists keys, newest first").action(list);
  withDataOptions(keys.command("revoke <id>")).description("Ends a key at once").action(revoke);
}

async function create(options: CreateOptions, command: Command): Promise<void> {
  const { role, email, name, days, json, reseller } = options;
  if (reseller !== undefined && role !== "reseller") {
    command.error("error: only a key of the role reseller is in a reseller's team", {
      code: "evermend.team",
    });
  }
  if (role === "owner" && email === undefined) {
    command.error("error: an owner's key sees what one address holds: name it with --email", {
      code: "evermend.email",
    });
  }
  const made = await withDatabase(options, async (database) => {
    const at = systemClock.now();
    const expiresAt = days === undefined ? undefined : at.add({ hours: 24 * days });
    const team = await teamNamed(database, options);
    const key = { role, email, label: name ?? role, expiresAt, createdBy: "console", ...team };
    return await createKey(database, key, at);
  });
  const shown = { ...publicKey(made.key), token: made.token };
  console.log(json === true ? JSON.stringify(shown) : shown.token);
  if (json !== true) {
    console.error(`The ${role} key ${shown.id}. Keep its token now: it is not shown again.`);
  }
}

async function list(options: DataOptions): Promise<void> {
  const rows = await withDatabase(options, (database) => listKeys(database, { limit: LISTED }));
  const shown = rows.map(publicKey);
  for (const line of options.json === true ? shown.map((key) => JSON.stringify(key)) : keyLines(shown)) {
    console.log(line);
  }
}

async function revoke(id: string, options: DataOptions): Promise<void> {
  const row = await withDatabase(options, (database) => revokeKey(database, id, systemClock.now()));
  if (row === undefined) {
    throw new StartupProblem(`There is no key ${id}; evermend keys list shows what there is.`, {
      exitCode: 1,
    });
  }
  const shown = publicKey(row);
  console.log(options.json === true ? JSON.stringify(shown) : `Revoked ${shown.id} (${shown.role}).`);
}

function readDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) {
    throw new InvalidArgumentError("Give a whole number of days.");
  }
  return days;
}
