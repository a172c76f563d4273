import assert from "node:assert/strict";
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { it } from "node:test";
import { type ClaimDesk, claimDesk } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { decideInspectDevice } from "../../service/inspectDevice/decideInspectDevice.ts";
import type { judgeParcel } from "../../service/judgeParcel.ts";
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
  const parcel: TakesSignals<typeof judgeParcel> = false;
  // The control: what does take them is seen.
  const would: TakesSignals<(facts: { readonly near: { readonly signals: readonly Signal[] } }) => void> =
    true;
  const none = [open, inspect, choose, cover, each, parcel];
  assert.deepEqual([none.includes(true as never), would], [false, true]);
});

const SRC = path.resolve(import.meta.dirname, "../..");
const speaks = (text: string): boolean => /\bsignals?\//.test(text) || /\bsignals\b/.test(withoutWords(text));
const withoutWords = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

/** Decides or judges, or asks the terms: whatever its file is called. */
const decides = (file: string, text: string): boolean =>
  /(^|\/)(decide|judge)[^/]*$/.test(file) ||
  /\bfunction (decide|judge)[A-Z]|\bterms\.decide\(/.test(withoutWords(text));

/** The decisions in a folder that know of signals. What finds signals is their own folder. */
async function knowing(cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob("{claims,service}/**/*.ts", { cwd })) {
    const text = await readFile(path.join(cwd, file), "utf8");
    const isOurs = file.startsWith("claims/signals/") || file.endsWith(".test.ts");
    if (!isOurs && decides(file, text) && speaks(text)) {
      found.push(file);
    }
  }
  return found.toSorted();
}

it("no decision knows of signals", async () => {
  assert.deepEqual(await knowing(SRC), []);
});

it("control: a decision that does is found, by whatever name", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "decisions-"));
  const imports = 'import { signalsOfClaim } from "../signals/index.ts";\n';
  const planted = [
    ["claims/pay/decidePay.ts", imports],
    ["claims/pay/judgePay.ts", imports],
    ["service/judgePay.ts", "export const judgePay = (facts) => facts.signals.length;\n"],
    ["service/pool/give/judgeGift.ts", imports],
    ["claims/pays.ts", `${imports}export function decidePays() {}\n`],
    ["claims/payFacts.ts", `${imports}export const receipt = terms.decide("coverage", {});\n`],
  ] as const;
  const innocent = [
    ["claims/pay/pay.ts", imports],
    ["claims/signals/judgeSignals.ts", imports],
    ["claims/pay/decideElse.ts", "// Knows of no signals.\nexport const decideElse = 1;\n"],
  ] as const;
  for (const [file, text] of [...planted, ...innocent]) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  assert.deepEqual(await knowing(folder), planted.map(([file]) => file).toSorted());
  await rm(folder, { recursive: true });
});

it("the database keeps no refusal that stands on signals", async () => {
  const desk: ClaimDesk = await claimDesk();
  await desk.claimAfter([]);
  const refused = (facts: string) => `update claims.decision set receipt = '{"outcome": "refused",
    "against": [{"clause": "review.signals", "facts": ${facts}}]}'`;
  await assert.rejects(ownerQuery(desk.app.database, refused('{"signals": 5}')), /decision_without_signals/);
  await ownerQuery(desk.app.database, refused('{"incident.cause": "drop"}'));
});
