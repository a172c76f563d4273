import pino from "pino";

/** The structured log. One line of JSON per event, on standard error. */
export type Log = pino.Logger;

/** Names of members whose values never reach the log, at any of the first three levels. */
const SECRET_NAMES = [
  "code",
  "codes",
  "email",
  "authorization",
  "cookie",
  "password",
  "token",
  "idempotencyKey",
];

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
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}
