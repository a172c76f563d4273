import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { invariantSweep } from "../support/invariantSweep.ts";
import { crashFaults } from "./seventeen/crashFaults.ts";
import { decisionFaults } from "./seventeen/decisionFaults.ts";
import type { Fault } from "./seventeen/fault.ts";
import { figureFaults } from "./seventeen/figureFaults.ts";
import { handsFaults } from "./seventeen/handsFaults.ts";
import { openStage, type Stage } from "./seventeen/stage.ts";
import { unitFaults } from "./seventeen/unitFaults.ts";

/** Faults read in others' claims desks: none of them is here, and each play would notice its own. */
const faults: readonly Fault[] = [
  ...[...handsFaults, ...crashFaults, ...decisionFaults, ...figureFaults, ...unitFaults],
].toSorted((one, other) => one.no - other.no);

describe("seventeen faults read elsewhere", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });

  it("are all here, once", () => {
    assert.deepEqual(
      faults.map(({ no }) => no),
      Array.from({ length: 17 }, (_, place) => place + 1),
    );
  });

  for (const { no, name, play } of faults) {
    it(`${no}. never: ${name}`, async () => {
      assert.deepEqual(await play(stage, true), []);
    });
  }

  it("leave no invariant broken", async () => {
    assert.deepEqual(await invariantSweep(stage.desk.app.database), []);
  });

  for (const { no, guard, shows, play } of faults) {
    it(`${no}. would be seen without its guard: ${guard}`, async () => {
      const shown = await play(stage, false);
      assert.equal(shown.length, shows, shown.join("\n"));
    });
  }
});
