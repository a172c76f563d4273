import { StartupProblem } from "../startupProblem.ts";

/** Turns the last words of initdb or postgres into one sentence an operator can act on. */
export function explainFailure(program: string, folder: string, lines: readonly string[]): StartupProblem {
  const words = lines.join("\n");
  if (words.includes("No space left on device") || words.includes("Disk quota exceeded")) {
    return new StartupProblem(
      `There is no room left for the database in ${folder}; free some space or choose another with --data.`,
      { exitCode: 3 },
    );
  }
  const made =
    /initialized by PostgreSQL version (\S+), which is not compatible with this version (\S+?)\.?$/m.exec(
      words,
    );
  if (made !== null) {
    return new StartupProblem(
      `The database in ${folder} was made by PostgreSQL ${made[1]} and this Evermend brings ${made[2]}; ` +
        "start it with the Evermend it was made with, or restore a backup into an empty folder.",
      { exitCode: 3 },
    );
  }
  if (words.includes("could not map anonymous shared memory") || words.includes("Cannot allocate memory")) {
    return new StartupProblem(
      "There is not enough free memory for the database; at least 512 MB is wanted.",
      { exitCode: 3 },
    );
  }
  return new StartupProblem(`${program} could not start on ${folder}: ${lastComplaint(lines)}`, {
    exitCode: 1,
  });
}

/** Whether an earlier server's processes still hold the folder, which passes by itself. */
export function isStillHeld(lines: readonly string[]): boolean {
  return lines.some(
    (line) => line.includes("pre-existing shared memory block") || line.includes("is still in use"),
  );
}

function lastComplaint(lines: readonly string[]): string {
  const complaint = lines.findLast((line) => /^(?:FATAL|PANIC|initdb: error|initdb: could)/.test(line));
  return complaint ?? lines.at(-1) ?? "it said nothing.";
}
