import { codeIdOf } from "../../contracts/index.ts";
import { publicId } from "../../platform/index.ts";
import type { FoundRow } from "./foundStore.ts";

const PREFIXES = {
  ...({ case: "clm", device: "dev", contract: "ctr", verification: "vrf", order: "ord" } as const),
  ...({ stray: "str", charge: "chg", refund: "rfd", hold: "hld", dispute: "dsp" } as const),
} as const;

/** The id people see of a row that was found; a unit of the pool goes by its serial. */
export function foundIdOf({ kind, root, no, digest }: FoundRow): string {
  if (kind === "unit") {
    return root;
  }
  return kind === "code" ? codeIdOf(digest as Buffer) : publicId(PREFIXES[kind], root, no ?? undefined);
}
