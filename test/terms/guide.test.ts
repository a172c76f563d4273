import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

const root = path.join(import.meta.dirname, "../..");
const guide = readFileSync(path.join(root, "docs/guides/write-your-own-programme.md"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "evermend-guide-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, "bin"));
symlinkSync(path.join(root, "bin/evermend"), path.join(folder, "bin/evermend"));

/** What the guide tells its reader to do, in its order: a text for the file, a command, an answer to see. */
const steps = [...guide.matchAll(/^(~~~~|```)(markdown|sh|text)\n(.*?)^\1$/gms)].map(
  ([, , what = "", body = ""]) => ({ what, body }),
);

/**
 * What a shell answers, whatever it ends with: the guide shows answers of commands that find something as
 * well.
 */
function answerOf(commands: string): string {
  return execFileSync("/bin/sh", ["-c", `{ ${commands}\n} 2>&1 || true`], { cwd: folder, encoding: "utf8" });
}

test("the guide from an empty file to a published plan does what it says", () => {
  let answer = "";
  let answers = 0;
  for (const { what, body } of steps) {
    if (what === "markdown") {
      appendFileSync(path.join(folder, "city-bike.terms.md"), `${body}\n`);
    } else if (what === "sh") {
      answer = answerOf(body);
    } else {
      for (const line of body.trim().split("\n")) {
        assert.ok(answer.includes(line), `expected "${line}" in:\n${answer}`);
      }
      answers += 1;
    }
  }
  assert.ok(answers >= 9, "the guide shows what its commands answer");
});

test("the guide to rehearsing a change does what it says, on the programme it names", () => {
  const rehearsal = readFileSync(path.join(root, "docs/guides/rehearse-a-change.md"), "utf8");
  const blocks = (kind: string): readonly string[] =>
    [...rehearsal.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\`$`, "gms"))].map(([, body = ""]) => body);
  symlinkSync(path.join(root, "programmes"), path.join(folder, "programmes"));
  writeFileSync(path.join(folder, "cases.ndjson"), blocks("json").join(""));
  const answers = blocks("sh").map((body) => answerOf(body.replaceAll(/^evermend /gm, "bin/evermend ")));
  const expected = [
    /1 document checked, 0 findings/,
    /activate\.aircraft: 48 hours -> 96 hours, wider for the customer[\s\S]*activation: refused -> allowed/,
    /1 cases: 1 same/,
    /activate\.aircraft.*\n +outcome: expected refused, found allowed[\s\S]*examples? hold/,
  ];
  assert.equal(answers.length, expected.length);
  for (const [at, says] of expected.entries()) {
    assert.match(answers[at] ?? "", says);
  }
  assert.match(readFileSync(path.join(folder, "changed.csv"), "utf8"), /^no,id,decision/);
});
