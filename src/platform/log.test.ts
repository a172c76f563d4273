import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { createLog, type Log } from "./log.ts";

function recorded(write: (log: Log) => void, pretty = false): string {
  const lines: string[] = [];
  write(createLog({ level: "info", pretty, destination: { write: (line) => lines.push(line) } }));
  return lines.join("");
}

const CODE = "7K2M-9QTR-0VWX-4ABC-DEFG-HJKM-NP8*";
const ADDRESS = "ada@example.com";

/** Every place a code or an address could hide in a line. */
const LEAKS: readonly ((log: Log) => void)[] = [
  (log) => log.info({ code: CODE, email: ADDRESS }, "members"),
  (log) => log.info({ request: { body: { code: CODE, holder: { name: "Ada", email: ADDRESS } } } }, "deeper"),
  (log) => log.info({ lines: [{ codes: [CODE] }, { to: ADDRESS }] }, "in lists"),
  (log) =>
    log.info({ headers: { authorization: "Bearer 123", cookie: "s=123", "set-cookie": "s=123" } }, "headers"),
  (log) => log.info(`redeemed ${CODE} for ${ADDRESS}`),
  (log) => log.info({ url: `/activate?code=${CODE.replaceAll("-", "").replace("*", "Z")}` }, "no groups"),
  (log) => log.error({ err: new Error(`no mail to ${ADDRESS}`, { cause: new Error(CODE) }) }, "an error"),
  (log) =>
    log.error({ err: Object.assign(new Error("taken"), { detail: `Key (email)=(${ADDRESS})` }) }, "a row"),
  (log) => log.child({ caller: ADDRESS }).info("a child"),
];

const SECRETS = [CODE, CODE.replaceAll("-", "").replace("*", "Z"), ADDRESS, "Ada", "123"];

test("without our rules each of them leaks", () => {
  for (const leak of LEAKS) {
    const lines: string[] = [];
    leak(pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(line) }));
    assert.ok(SECRETS.some((secret) => lines.join("").includes(secret)));
  }
});

for (const [index, leak] of LEAKS.entries()) {
  test(`leak ${index + 1} is stopped, in lines for machines and for people`, () => {
    for (const pretty of [false, true]) {
      const text = recorded(leak, pretty);
      for (const secret of SECRETS) {
        assert.ok(!text.includes(secret), text);
      }
    }
  });
}

test("what is no secret stays readable", () => {
  const line = recorded((log) =>
    log.warn({ err: Object.assign(new Error("full"), { code: "53100" }), act: "openClaim" }, "a job failed"),
  );
  const { level, err, act, msg } = JSON.parse(line) as Record<string, unknown>;
  assert.deepEqual([level, act, msg], ["warn", "openClaim", "a job failed"]);
  assert.equal((err as { code: string }).code, "53100");
});

test("a person gets one line of it", () => {
  const line = recorded((log) => log.info({ port: 4400, from: "here" }, "listening"), true);
  assert.match(line, /^\d\d:\d\d:\d\d info {2}listening port=4400 from=here\n$/);
});
