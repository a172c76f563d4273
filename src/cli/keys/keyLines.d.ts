import type { publicKey } from "../../identity/index.ts";
type Key = ReturnType<typeof publicKey>;
/** A table of keys for people, its first line the heading. */
export declare function keyLines(keys: readonly Key[]): string[];
export {};
