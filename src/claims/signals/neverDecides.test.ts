import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { it } from "node:test";
import { type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { decideInspectDevice } from "../../service/inspectDevice/decideInspectDevice.ts";
import type { decideChooseRoute } from "../chooseRoute/decideChooseRoute.ts";
import type { decideCoverage } from "../claimFacts.ts";
import type { decideFindings } from "../eachFinding.ts";
import type { decideOpenClaim } from "../openClaim/decideOpenClaim.ts";
import type { Signal, SignalRaised } from "./signal.ts";

/** Whether a type has a signal anywhere in it, some way down. */
type Holds<Value, Depth extends 0[] = []> = Depth["length"] extends 5
  ? false
  : Value extends SignalRaised | Signal
    ? true
    : Value extends (...given: never[]) => unknown
      ? false
      : Value extends readonly (infer Item)[]
        ? Holds<Item, [...Depth, 0]>
        : Value extends object
          ? true extends { [Name in keyof Value]: Holds<Value[Name], [...Depth, 0]> }[keyof Value]
            ? true
            : false
          : false;
type TakesSignals<Decide extends (...given: never[]) => unknown> =
  true extends Holds<Parameters<Decide>> ? true : false;

it("no decision of a case can be handed signals: that does not compile", () => {
  const open: TakesSignals<typeof decideOpenClaim> = false;
  const inspect: TakesSignals<typeof decideInspectDevice> = false;
  const choose: TakesSignals<typeof decideChooseRoute> = false;
  const cover: TakesSignals<typeof decideCoverage> = false;
  const each: TakesSignals<typeof decideFindings> = false;
  // The control: what does take them is seen.
  const would: TakesSignals<(facts: { readonly near: { readonly signals: readonly Signal[] } }) => void> =
    true;
  assert.deepEqual([open, inspect, choose, cover, each, would], [false, false, false, false, false, true]);
});

const SRC = path.resolve(import.meta.dirname, "../..");
const speaks = (text: string): boolean => /\bsignals?\//.test(text) || /\bsignals\b/.test(withoutWords(text));
const withoutWords = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

it("no decide file knows of signals", async () => {
  const found: string[] = [];
  for await (const file of glob("{claims,service}/**/decide*.ts", { cwd: SRC })) {
    if (speaks(await readFile(path.join(SRC, file), "utf8"))) {
      found.push(file);
    }
  }
  assert.deepEqual(found, []);
  // The control: one that did would be found.
  assert.ok(speaks('import { signalsOfClaim } from "../signals/index.ts";'));
});

it("the database keeps no refusal that stands on signals", async () => {
  const desk: ClaimDesk = await claimDesk();
  await desk.claimAfter([]);
  const refused = (facts: string) => `update claims.decision set receipt = '{"outcome": "refused",
    "against": [{"clause": "review.signals", "facts": ${facts}}]}'`;
  await assert.rejects(ownerQuery(desk.app.database, refused('{"signals": 5}')), /decision_without_signals/);
  await ownerQuery(desk.app.database, refused('{"incident.cause": "drop"}'));
});
