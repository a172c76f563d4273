import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

const root = path.join(import.meta.dirname, "../..");
const guide = readFileSync(path.join(root, "docs/guides/write-your-own-programme.md"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "evermend-guide-"));
after(() => rmSync(folder, { recursive: true }));

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
  mkdirSync(path.join(folder, "bin"));
  symlinkSync(path.join(root, "bin/evermend"), path.join(folder, "bin/evermend"));
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
