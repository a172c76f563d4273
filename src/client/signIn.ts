import { type Connection, send } from "./send.ts";

/** Who is signed in with the browser's session. */
export interface SignedIn {
  readonly role: "public" | "owner" | "reseller" | "staff" | "manager" | "integrator";
  readonly email: string | null;
  readonly name: string | null;
  /** In a reseller's team: what they may do there. */
  readonly teamRole: "viewer" | "buyer" | "keeper" | null;
}

/** Signing in and out with the browser's cookie. A program uses an API key instead. */
export interface SignIn {
  /** Who this browser is; role `public` when nobody is signed in. */
  whoAmI(): Promise<SignedIn>;
  /** Mails a code of six digits. Says when another may be asked for. */
  requestCode(email: string): Promise<{ readonly resendAfterSeconds: number; readonly validMinutes: number }>;
  signIn(email: string, code: string): Promise<void>;
  signOut(): Promise<void>;
  /** What the authenticator is to sign, as WebAuthn's JSON. */
  passkeyOptions(): Promise<unknown>;
  signInWithPasskey(response: unknown): Promise<void>;
}

/** The sign-in of the server at this connection. */
export function createSignIn(connection: Connection): SignIn {
  const ask = async <Reply>(method: string, path: string, body?: unknown): Promise<Reply> =>
    // Sent once: a second code or a second try at one counts against the budget.
    (await send({ ...connection, tries: 1 }, { method, path, body })) as Reply;
  return {
    whoAmI: () => ask("GET", "/auth/session"),
    requestCode: (email) => ask("POST", "/auth/code", { email }),
    signIn: (email, code) => ask("POST", "/auth/session", { email, code }),
    signOut: () => ask("DELETE", "/auth/session"),
    passkeyOptions: () => ask("GET", "/auth/passkey/generate-authenticate-options"),
    signInWithPasskey: (response) => ask("POST", "/auth/passkey/verify-authentication", { response }),
  };
}
