import pino from "pino";
import { prettyLine } from "./prettyLine.ts";

/** The structured log. One line of JSON per event, on standard error. */
export type Log = pino.Logger;

/** Members whose values never reach the log, however deep they stand. */
const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  "authorization",
  "code",
  "codes",
  "cookie",
  "cookies",
  "email",
  "holder",
  "password",
  "secret",
  "set-cookie",
  "token",
]);

/** Whatever still looks like a plan code or a mail address in a line of text. */
const CODE = /\b(?:[0-9A-Z*~$=]{4}-){6}[0-9A-Z*~$=]{4}|\b[0-9A-HJKMNP-TV-Z]{28}\b/g;
const ADDRESS = /[^\s"'<>(),;:=\\]+@[^\s"'<>(),;:\\]+\.[A-Za-z]{2,}/g;

const HIDDEN = "[hidden]";
const DEEPEST = 6;

/** How much to log, and for whom. */
export interface LogOptions {
  readonly level: string;
  /** One readable line for a person at a terminal, instead of JSON for a machine. */
  readonly pretty?: boolean;
  readonly destination?: pino.DestinationStream;
}

/** Opens the log. Standard output stays free for data. */
export function createLog(options: LogOptions): Log {
  const destination = options.destination ?? pino.destination({ dest: 2, sync: true });
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (members) => hideMembers(members, 0) },
      serializers: { err: describeError },
      hooks: {
        streamWrite: (line) => (options.pretty === true ? prettyLine(hideText(line)) : hideText(line)),
      },
    },
    destination,
  );
}

function hideText(line: string): string {
  return line.replaceAll(CODE, HIDDEN).replaceAll(ADDRESS, HIDDEN);
}

function hideMembers(members: Record<string, unknown>, depth: number): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    shown[name] = SECRET_MEMBERS.has(name.toLowerCase()) ? HIDDEN : hideValue(value, depth + 1);
  }
  return shown;
}

function hideValue(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== "object" || value instanceof Error) {
    return value;
  }
  if (depth > DEEPEST) {
    return HIDDEN;
  }
  if (Array.isArray(value)) {
    return value.map((item) => hideValue(item, depth + 1));
  }
  return typeof (value as { toJSON?: unknown }).toJSON === "function"
    ? value
    : hideMembers(value as Record<string, unknown>, depth);
}

/** An error's code says what happened; PostgreSQL's `detail` may quote a person's data and stays out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) {
    return { message: String(error) };
  }
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
