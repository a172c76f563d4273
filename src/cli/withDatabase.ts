import { type Command, InvalidArgumentError } from "commander";
import { normalEmail } from "../identity/index.ts";
import { createLog, type Database, reachDatabase, readOwnConfig } from "../platform/index.ts";

/** What every command takes that works on the data beside a running server, or without one. */
export interface DataOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** Adds these options to a command. */
export function withDataOptions(command: Command): Command {
  return command
    .option("--data <folder>", "the data folder of the server (./data)")
    .option("--json", "answer in JSON")
    .exitOverride();
}

/** Does some work on the server's database and leaves nothing running. */
export async function withDatabase<Answer>(
  { data }: DataOptions,
  work: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const { database, close } = await reachDatabase(
    readOwnConfig({ dataFolder: data }),
    createLog({ level: "warn" }),
  );
  try {
    return await work(database);
  } finally {
    await close();
  }
}

/** The normal form of an e-mail address given to a command. Errors: the command's own, for what is none. */
export function readEmail(text: string): string {
  const email = normalEmail(text);
  if (email === undefined) {
    throw new InvalidArgumentError("It is not an e-mail address.");
  }
  return email;
}
