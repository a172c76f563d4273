import type { publicKey } from "../../identity/index.ts";

type Key = ReturnType<typeof publicKey>;

const HEAD = ["ID", "ROLE", "LABEL", "FOR", "LAST USED", "STATE"];

/** A table of keys for people, its first line the heading. */
export function keyLines(keys: readonly Key[]): string[] {
  const rows = [HEAD, ...keys.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function cellsOf(key: Key): string[] {
  const state = key.revokedAt === null ? (key.expiresAt ?? "no end") : "revoked";
  return [
    key.id,
    key.role,
    key.label,
    key.email ?? "-",
    minutes(key.lastUsedAt) ?? "never",
    minutes(state) ?? "",
  ];
}

/** An instant to the minute; any other word as it is. */
function minutes(text: string | null): string | null {
  return text?.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d).*Z$/, "$1Z") ?? null;
}
