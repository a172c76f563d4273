import type { Module, Tx } from "../../src/platform/index.ts";

/** Stands for the modules that own roots where a test has none of them: a root is what has charges. */
export const testRoots: Module = { name: "testRoots", routes: [], lockRoot: lockTestRoot };

/** Locks such a root. */
export async function lockTestRoot(tx: Tx, rootId: string): Promise<boolean> {
  const text = "select no from money.charge where root_id = $1 order by no for update";
  await tx.query({ name: "lock_test_root", text }, [rootId]);
  return true;
}
