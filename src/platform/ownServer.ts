import pg from "pg";
import { StartupProblem } from "./startupProblem.ts";

const PATIENCE_MS = 8_000;
const OLDEST_VERSION = 150_000;

const AWAY = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
]);
/** The server is there but starting, stopping, or full. */
const NOT_NOW = new Set(["57P03", "57P01", "53300"]);

interface ServerFacts {
  readonly version: number;
  readonly version_text: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly standby: boolean;
}

const FACTS = `
  select current_setting('server_version_num')::integer as version,
         current_setting('server_version') as version_text,
         current_setting('server_encoding') as encoding,
         current_setting('fsync') as fsync,
         current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit,
         pg_is_in_recovery() as standby`;

/** Checks that the operator's server can be reached and keeps what it is given. Else a StartupProblem. */
export async function checkOwnServer(databaseUrl: string): Promise<void> {
  const where = nameOf(databaseUrl);
  const facts = await ask(databaseUrl, where);
  const fault = faultOf(facts);
  if (fault !== undefined) {
    throw new StartupProblem(`The PostgreSQL at ${where} ${fault}.`, { exitCode: 3 });
  }
}

async function ask(databaseUrl: string, where: string): Promise<ServerFacts> {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE_MS });
    client.on("error", () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<ServerFacts>(FACTS);
      return rows[0] as ServerFacts;
    } finally {
      await client.end();
    }
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, where);
  }
}

function explain(error: NodeJS.ErrnoException, where: string): StartupProblem {
  const code = error.code ?? "";
  if (AWAY.has(code) || NOT_NOW.has(code) || error.message.includes("timeout")) {
    return new StartupProblem(
      `No PostgreSQL answers at ${where} (${error.message || code}); start it or mend EVERMEND_DATABASE_URL.`,
      { exitCode: 4, cause: error },
    );
  }
  return new StartupProblem(
    `The PostgreSQL at ${where} does not let Evermend in: ${error.message}; mend EVERMEND_DATABASE_URL.`,
    { exitCode: 3, cause: error },
  );
}

function faultOf(facts: ServerFacts): string | undefined {
  if (facts.version < OLDEST_VERSION) {
    return `is version ${facts.version_text}; Evermend needs 15 or newer`;
  }
  if (facts.encoding !== "UTF8") {
    return `keeps text as ${facts.encoding}; make the database with encoding UTF8`;
  }
  if (facts.standby) {
    return "is a standby that cannot be written to; name the primary";
  }
  const off = (["fsync", "full_page_writes", "synchronous_commit"] as const).filter(
    (name) => facts[name] === "off",
  );
  return off.length === 0
    ? undefined
    : `runs with ${off.join(" and ")} off and would lose what it confirmed; switch on`;
}

/** The server and database of a URL, without the user's password. */
function nameOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host || "the local socket"}${pathname}`;
  } catch {
    return "EVERMEND_DATABASE_URL";
  }
}
