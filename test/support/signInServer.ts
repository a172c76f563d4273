import assert from "node:assert/strict";
import { authenticate, identity, identityPlugin, permits } from "../../src/identity/index.ts";
import { createHttp, listMail, type Platform } from "../../src/platform/index.ts";
import { atEnd } from "./testDatabase.ts";
import { testPlatform } from "./testPlatform.ts";

/** What a test sends; JSON unless it says otherwise. */
export interface Sent {
  readonly cookie?: string | undefined;
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** As a page of ours would send it. False: as a page elsewhere. */
  readonly own?: boolean;
}

/** A server with identity on it and nothing else, reached over a real socket. */
export interface SignInServer {
  readonly platform: Platform;
  send(method: string, path: string, sent?: Sent): Promise<Response>;
  /** The code in the newest mail to an address. */
  codeFor(email: string): Promise<string>;
  /** Signs an address in by a mailed code; the cookie to send back. */
  signIn(email: string): Promise<string>;
  /** One SQL statement as the application's role, for what a test plants or ages. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Lets a moment pass for the resend timer. */
  passResendTime(): Promise<void>;
}

/** Starts it; stopped when the test file ends. */
export async function signInServer(): Promise<SignInServer> {
  const { platform } = await testPlatform([identity], { permits });
  const http = await createHttp(platform, authenticate(platform));
  await http.register(identityPlugin(platform));
  const url = await http.listen({ port: 0, host: "127.0.0.1" });
  atEnd(() => http.close());
  const send = (method: string, path: string, sent: Sent = {}): Promise<Response> =>
    fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        origin: sent.own === false ? "https://elsewhere.example" : platform.config.publicUrl,
        ...(sent.cookie === undefined ? {} : { cookie: sent.cookie }),
        ...(sent.key === undefined ? {} : { authorization: `Bearer ${sent.key}` }),
        ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
        "idempotency-key": crypto.randomUUID(),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
  const codeFor = async (email: string): Promise<string> => {
    await platform.jobs.drained();
    const mail = (await listMail(platform.config.dataFolder)).find(({ to }) => to === email);
    return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? assert.fail(`no code was mailed to ${email}`);
  };
  const sql: SignInServer["sql"] = async (text, values = []) =>
    (await platform.database.pool.query(text, [...values])).rows;
  return {
    platform,
    send,
    codeFor,
    sql,
    signIn: async (email) => {
      assert.equal((await send("POST", "/auth/code", { body: { email } })).status, 202);
      const code = await codeFor(email);
      const answer = await send("POST", "/auth/session", { body: { email, code } });
      assert.equal(answer.status, 204);
      return cookieOf(answer);
    },
    passResendTime: async () => {
      await sql(
        `update identity.spent_try set started_at = started_at - interval '31 s'
          where bucket like 'resend:%'`,
      );
    },
  };
}

/** The first cookie an answer sets, as it is sent back. */
export function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? assert.fail("no cookie was set");
}

/** The statuses of answers, lowest first. */
export function statusesOf(answers: readonly Response[]): number[] {
  return answers.map(({ status }) => status).sort((one, other) => one - other);
}
