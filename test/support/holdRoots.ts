import type { Module } from "../../src/platform/index.ts";

/** Stands for the modules that own roots where a test has none of them: a root is what has holds. */
export const holdRoots: Module = {
  name: "holdRoots",
  routes: [],
  lockRoot: async (tx, rootId) => {
    const text = "select no from money.hold where root_id = $1 order by no for update";
    await tx.query({ name: "lock_hold_root", text }, [rootId]);
    return true;
  },
};
