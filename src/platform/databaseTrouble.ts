import { Problem } from "./problem.ts";

/** The server went away: nothing of a transaction stands unless its COMMIT had been sent. */
const CONNECTION_LOST = /^(08...|57P0[123]|25006|ECONN\w+|EPIPE|ENOENT)$/;
const NO_ROOM = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** Whether the connection, not the statement, failed. */
export function isConnectionLost(error: unknown): boolean {
  return (
    CONNECTION_LOST.test(codeOf(error)) ||
    (error instanceof Error && /Connection terminated|connection error|not queryable/i.test(error.message))
  );
}

/** Whether a lock could not be had in time. */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === "55P03";
}

/** The code of an error of the database or the operating system; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : "";
}

/**
 * The Problem 503 for what the database cannot do now and may be able to soon: it is away, has no room, or
 * has no lock, memory or connection to give. Undefined for any other error: that one is a fault of ours.
 */
export function databaseTrouble(error: unknown): Problem | undefined {
  if (NO_ROOM.has(codeOf(error))) {
    return noRoom(error);
  }
  if (isLockTimeout(error) || codeOf(error).startsWith("53") || isPoolEmpty(error)) {
    return busy(error);
  }
  return isConnectionLost(error) ? databaseAway(error) : undefined;
}

/** The pool's own words; it gives its errors no code. */
function isPoolEmpty(error: unknown): boolean {
  return error instanceof Error && error.message.includes("timeout exceeded when trying to connect");
}

/** 503: the disk the data lives on is full, or nearly. */
export function noRoom(cause?: unknown): Problem {
  const detail = "There is no room left to write this down. Nothing was changed; send it again later.";
  return new Problem(503, "no_room", detail, { retryAfterSeconds: 60, cause });
}

/** 503: others are at it, and it took too long to wait for them. */
export function busy(cause?: unknown): Problem {
  const detail = "Too much is going on just now. Nothing was changed; send it again in a moment.";
  return new Problem(503, "busy", detail, { retryAfterSeconds: 2, cause });
}

function databaseAway(cause: unknown): Problem {
  const detail = "The database does not answer. Nothing is lost; send it again.";
  return new Problem(503, "database_away", detail, { retryAfterSeconds: 2, cause });
}
