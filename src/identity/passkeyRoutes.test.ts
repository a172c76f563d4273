import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cookieOf, type SignInServer, signInServer, statusesOf } from "../../test/support/signInServer.ts";
import { type SoftPasskey, softPasskey } from "../../test/support/softPasskey.ts";

type Options = { readonly challenge: string };

describe("a passkey", () => {
  let server: SignInServer;
  let passkey: SoftPasskey;
  before(async () => {
    server = await signInServer();
    passkey = softPasskey(server.platform.config.publicUrl);
  });
  const challengeOf = async (path: string, cookie?: string) => {
    const answer = await server.send("GET", `/auth/passkey/${path}`, { cookie });
    assert.equal(answer.status, 200);
    return { options: (await answer.json()) as Options, cookie: cookieOf(answer) };
  };
  const register = async (key: SoftPasskey, session: string) => {
    const { options, cookie } = await challengeOf("generate-register-options", session);
    return await server.send("POST", "/auth/passkey/verify-registration", {
      cookie: `${session}; ${cookie}`,
      body: { response: key.register(options) },
    });
  };

  it("is added by who is signed in, and signs them in later, each challenge once", async () => {
    const session = await server.signIn("key@shop.example");
    assert.equal((await register(passkey, session)).status, 200);

    const { options, cookie } = await challengeOf("generate-authenticate-options");
    const body = { response: passkey.authenticate(options) };
    const verify = () => server.send("POST", "/auth/passkey/verify-authentication", { cookie, body });
    const answers = await Promise.all([verify(), verify(), verify()]);
    assert.deepEqual(statusesOf(answers), [200, 400, 400]);
    const signedIn = answers.find(({ status }) => status === 200) ?? assert.fail("nobody was signed in");
    const who = await server.send("GET", "/auth/session", { cookie: cookieOf(signedIn) });
    assert.equal(((await who.json()) as { email: string }).email, "key@shop.example");
  });

  it("of somebody we do not know is not told from a wrong one", async () => {
    const { options, cookie } = await challengeOf("generate-authenticate-options");
    const unknown = softPasskey(server.platform.config.publicUrl).authenticate(options);
    const answer = await server.send("POST", "/auth/passkey/verify-authentication", {
      cookie,
      body: { response: unknown },
    });
    assert.equal(answer.status, 400);
    assert.equal(((await answer.json()) as { code: string }).code, "passkey_not_valid");
  });

  it("made for another site does not sign anybody in", async () => {
    const session = await server.signIn("phished@shop.example");
    const elsewhere = softPasskey("https://elsewhere.example");
    assert.equal((await register(elsewhere, session)).status, 400);
  });

  it("cannot be added or listed without a session, nor by another site's page", async () => {
    for (const path of ["generate-register-options", "list-user-passkeys"]) {
      assert.equal((await server.send("GET", `/auth/passkey/${path}`)).status, 401);
    }
    const cookie = await server.signIn("owner@shop.example");
    const answer = await server.send("POST", "/auth/passkey/delete-passkey", {
      cookie,
      body: { id: "1" },
      own: false,
    });
    assert.equal(answer.status, 403);
  });

  it("is all of the sign-in library that is served", async () => {
    const cookie = await server.signIn("curious@shop.example");
    for (const [method, path] of [
      ["GET", "/auth/get-session"],
      ["GET", "/auth/list-sessions"],
      ["POST", "/auth/update-user"],
      ["POST", "/auth/delete-user"],
      ["POST", "/auth/change-email"],
      ["POST", "/auth/sign-up/email"],
      ["POST", "/auth/sign-in/email"],
      ["POST", "/auth/sign-in/email-otp"],
      ["POST", "/auth/email-otp/send-verification-otp"],
    ] as const) {
      const sent = method === "GET" ? { cookie } : { cookie, body: {} };
      assert.equal((await server.send(method, path, sent)).status, 404, path);
    }
  });
});
