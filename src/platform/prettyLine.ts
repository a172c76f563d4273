import { styleText } from "node:util";

const COLOURS = { warn: "yellow", error: "red", fatal: "red" } as const;

/** Turns a line of the JSON log into one for a person: time of day, level, words, members. */
export function prettyLine(line: string): string {
  const { time, level, msg = "", err, ...members } = JSON.parse(line) as Record<string, unknown>;
  const label = String(level).padEnd(5);
  const colour = COLOURS[level as keyof typeof COLOURS];
  const rest = Object.entries(members).map(([name, value]) => ` ${name}=${plain(value)}`);
  const reason = err === undefined ? "" : `: ${(err as { message: string }).message}`;
  // styleText leaves colours out by itself where NO_COLOR says so or the stream is no terminal.
  const shown = colour === undefined ? label : styleText(colour, label, { stream: process.stderr });
  return `${String(time).slice(11, 19)} ${shown} ${msg}${reason}${rest.join("")}\n`;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
