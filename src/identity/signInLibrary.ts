import { createHmac } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { APIError, betterAuth } from "better-auth";
import { emailOTP } from "better-auth/plugins/email-otp";
import { PostgresDialect } from "kysely";
import { newId, type Platform, systemClock } from "../platform/index.ts";
import { CODE_MINUTES } from "./codeMail.ts";
import { libraryPool } from "./libraryPool.ts";
import { isSecure, SESSION_SECONDS, sessionCookieName } from "./session.ts";
import { insertPersonOfLogin } from "./store.ts";

/** All we ask of the sign-in library. Addresses are normal before they come here. */
export interface SignInLibrary {
  /** Makes a code for an address; earlier ones stop working. */
  makeCode(email: string): Promise<string>;
  /** Uses a code up and opens a session: its token, or undefined when the code is not right. */
  openWithCode(email: string, code: string): Promise<string | undefined>;
  /** Opens a session for an address that was proved in another way. */
  openProved(email: string): Promise<string>;
  /** Answers a request to one of the library's own paths (passkeys). */
  handle(request: Request): Promise<Response>;
}

/** Where the library's own paths stand. */
export const LIBRARY_PATH = "/auth";

/** A code dies after so many wrong tries; the budget per address ends before a second code is guessed at. */
const TRIES_PER_CODE = 5;

const libraries = new WeakMap<Platform, SignInLibrary>();

/** The library of this platform. */
export function signInLibrary(platform: Platform): SignInLibrary {
  let library = libraries.get(platform);
  if (library === undefined) {
    library = openLibrary(platform);
    libraries.set(platform, library);
  }
  return library;
}

function openLibrary(platform: Platform): SignInLibrary {
  const auth = betterAuth(optionsOf(platform));
  return {
    makeCode: (email) => auth.api.createVerificationOTP({ body: { email, type: "sign-in" } }),
    openWithCode: async (email, otp) => {
      try {
        return (await auth.api.signInEmailOTP({ body: { email, otp } })).token;
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) {
          return undefined;
        }
        throw error;
      }
    },
    openProved: async (email) => {
      const { internalAdapter } = await auth.$context;
      const user =
        (await internalAdapter.findUserByEmail(email))?.user ??
        (await internalAdapter.createUser(
          { email, emailVerified: true, name: "" },
          { method: "magic-link" },
        ));
      return (await internalAdapter.createSession(user.id)).token;
    },
    handle: auth.handler,
  };
}

type Options = Parameters<typeof betterAuth>[0];

function optionsOf(platform: Platform) {
  const { config, secrets } = platform;
  return {
    appName: config.brandName,
    baseURL: config.publicUrl,
    basePath: LIBRARY_PATH,
    secret: secrets.sessionSecret,
    trustedOrigins: [new URL(config.publicUrl).origin],
    telemetry: { enabled: false },
    // Ours stands in the functions, where a call from inside meets it as well.
    rateLimit: { enabled: false },
    logger: {
      level: "warn",
      log: (level, message) => platform.log[level === "debug" ? "debug" : level](message),
    },
    ...tablesOf(platform),
    advanced: cookiesOf(platform),
    databaseHooks: {
      user: {
        create: {
          after: async ({ id, email }) => {
            await insertPersonOfLogin(platform.database, id, email, systemClock.now());
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: TRIES_PER_CODE,
        storeOTP: { hash: async (code) => codeDigest(platform, code) },
        sendVerificationOTP: async () => {
          throw new Error("Codes are mailed by requestCode; the library's own path for it is not served.");
        },
      }),
      passkey({
        rpID: new URL(config.publicUrl).hostname,
        rpName: config.brandName,
        origin: new URL(config.publicUrl).origin,
        advanced: { webAuthnChallengeCookie: CHALLENGE_COOKIE },
        schema: { passkey: { modelName: "passkey", fields: passkeyColumns } },
      }),
    ],
  } satisfies Options;
}

/** Six digits are guessed in no time from a plain digest, so theirs is keyed. */
function codeDigest(platform: Platform, code: string): string {
  return createHmac("sha256", platform.secrets.sessionSecret).update(`code ${code}`).digest("base64url");
}

const passkeyColumns = {
  userId: "login_id",
  publicKey: "public_key",
  credentialID: "credential_id",
  deviceType: "device_type",
  backedUp: "backed_up",
  createdAt: "created_at",
} as const;

const TIMES = { createdAt: "created_at", updatedAt: "updated_at" } as const;

/** The library's tables under our names; made by our migrations, never by it. */
function tablesOf(platform: Platform) {
  return {
    database: {
      dialect: new PostgresDialect({ pool: libraryPool(platform) }),
      type: "postgres",
      schemaName: "identity",
      transaction: true,
    },
    user: { modelName: "login", fields: { emailVerified: "email_verified", ...TIMES } },
    session: {
      modelName: "session",
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      fields: {
        userId: "login_id",
        expiresAt: "expires_at",
        ipAddress: "address",
        userAgent: "user_agent",
        ...TIMES,
      },
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "login_id",
        providerId: "provider_id",
        accountId: "provider_account_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...TIMES,
      },
    },
    verification: {
      modelName: "challenge",
      storeIdentifier: "hashed",
      fields: { expiresAt: "expires_at", ...TIMES },
    },
  } satisfies Partial<Options>;
}

const CHALLENGE_COOKIE = "challenge";

function cookiesOf(platform: Platform) {
  const secure = isSecure(platform);
  const challenge = secure ? "__Host-evermend_challenge" : "evermend_challenge";
  return {
    cookiePrefix: "evermend",
    // Its own prefix would be __Secure-; ours, stricter, is in the names.
    useSecureCookies: false,
    defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
    cookies: {
      session_token: { name: sessionCookieName(platform) },
      [CHALLENGE_COOKIE]: { name: challenge },
    },
    disableCSRFCheck: false,
    disableOriginCheck: false,
    ipAddress: { disableIpTracking: true },
    database: { generateId: () => newId(systemClock.now()), validateSchema: false },
  } satisfies Options["advanced"];
}
