import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { StartupProblem } from "./startupProblem.ts";

/** The migrations that come with this release. */
export const MIGRATIONS_FOLDER = path.resolve(import.meta.dirname, "../../db/migrations");

const FILE_NAME = /^\d{4}_[a-z]+(?:_[a-z0-9]+)+\.sql$/;

/** Codes of two nodes making the bookkeeping at the same moment; the second finds it made. */
const MADE_BY_ANOTHER = new Set(["23505", "42P06", "42P07"]);

/** Lost connections, shutdowns, full disks: not the fault of the step at hand. */
const SERVER_TROUBLE = /^(?:08|53|57)/;

const BOOKKEEPING = `
  create schema if not exists migration;
  create table if not exists migration.lock (
    id integer constraint lock_pkey primary key constraint lock_single_row check (id = 1)
  );
  insert into migration.lock (id) values (1) on conflict do nothing;
  create table if not exists migration.applied (
    name text constraint applied_pkey primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`;

/** The role of the application's connections: it cannot change what is append-only. Migration 1 makes it. */
export const APP_ROLE = "evermend_app";

/**
 * Whoever migrates connects for the application too, so it must be able to become that role. When it may not
 * grant the role, an administrator has, or connecting says so.
 */
const TAKE_APP_ROLE = `
  do $$
  begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      grant ${APP_ROLE} to current_user;
    end if;
  exception when insufficient_privilege or undefined_object then
    null;
  end
  $$`;

/** One released step of the schema. Once released it never changes: another step follows instead. */
export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

/** The migrations in `folder`, in order. A name out of the pattern or a number taken twice is a fault. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const numbers = new Set<string>();
  for (const name of names) {
    const number = name.slice(0, 4);
    if (!FILE_NAME.test(name) || numbers.has(number)) {
      throw new StartupProblem(
        `The migration ${name} is not named NNNN_verb_noun.sql with a number of its own.`,
        { exitCode: 1 },
      );
    }
    numbers.add(number);
  }
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), "utf8");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Brings the database to this release; answers with the names applied now. Each step is a transaction of its
 * own that first takes the one lock row, so nodes that start together take turns and the later finds it done.
 */
export async function migrate(
  connection: pg.ClientConfig,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const steps = migrations ?? (await readMigrations());
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    await makeBookkeeping(client);
    const applied: string[] = [];
    for (
      let name = await applyNext(client, steps);
      name !== undefined;
      name = await applyNext(client, steps)
    ) {
      applied.push(name);
    }
    await client.query(TAKE_APP_ROLE);
    return applied;
  } finally {
    await client.end();
  }
}

async function makeBookkeeping(client: pg.Client): Promise<void> {
  try {
    await client.query(BOOKKEEPING);
  } catch (error) {
    if (!MADE_BY_ANOTHER.has((error as pg.DatabaseError).code ?? "")) {
      throw error;
    }
    await client.query(BOOKKEEPING);
  }
}

async function applyNext(client: pg.Client, steps: readonly Migration[]): Promise<string | undefined> {
  await client.query("begin");
  try {
    await client.query("select id from migration.lock for update");
    const { rows } = await client.query<{ name: string; sha256: string }>(
      "select name, sha256 from migration.applied order by name",
    );
    const next = nextStep(steps, rows);
    if (next !== undefined) {
      await apply(client, next);
    }
    await client.query("commit");
    return next?.name;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function nextStep(
  steps: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): Migration | undefined {
  const known = new Map(steps.map((step) => [step.name, step]));
  for (const { name, sha256 } of applied) {
    const step = known.get(name);
    if (step === undefined) {
      throw new StartupProblem(
        `The database has the migration ${name}, which this release does not know; start the newer release.`,
        { exitCode: 3 },
      );
    }
    if (step.sha256 !== sha256) {
      throw new StartupProblem(
        `The migration ${name} was edited after it was applied; restore it and add a new one instead.`,
        { exitCode: 3 },
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const next = steps.find((step) => !done.has(step.name));
  const last = applied.at(-1)?.name;
  if (next !== undefined && last !== undefined && next.name < last) {
    throw new StartupProblem(
      `The migration ${next.name} comes before ${last}, which is applied; number it after.`,
      { exitCode: 3 },
    );
  }
  return next;
}

async function apply(client: pg.Client, step: Migration): Promise<void> {
  try {
    await client.query(step.sql);
  } catch (error) {
    const { code = "08", message, position, detail } = error as pg.DatabaseError;
    if (SERVER_TROUBLE.test(code)) {
      throw error;
    }
    const line = position === undefined ? "" : `:${step.sql.slice(0, Number(position)).split("\n").length}`;
    const more = detail === undefined ? "" : ` (${detail})`;
    throw new StartupProblem(
      `The migration ${step.name}${line} failed and was rolled back: ${message}${more}.`,
      { exitCode: 1, cause: error },
    );
  }
  await client.query("insert into migration.applied (name, sha256) values ($1, $2)", [
    step.name,
    step.sha256,
  ]);
}
