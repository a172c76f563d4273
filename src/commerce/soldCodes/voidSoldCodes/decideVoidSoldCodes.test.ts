import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { SoldCode } from "../soldCode.ts";
import { decideVoidSoldCodes } from "./decideVoidSoldCodes.ts";

test("of the codes that are named, sold ones are taken once, and of the others it is said why not", () => {
  const states = ["sold", "redeemed", "void", "expired"] as const;
  const found = new Map(states.map((state) => [state as string, { state } as SoldCode]));
  const { take, left } = decideVoidSoldCodes([...states, "sold", "none"], found);
  deepEqual(
    [take.map(({ state }) => state), left.map(({ why }) => why)],
    [["sold"], ["used", "void", "expired", "not_there"]],
  );
});
