import { ProblemError } from "../../client/index.ts";
import { signIn } from "../client.ts";
import { en } from "../words/en.ts";

/**
 * Whether this browser can sign in with a passkey. WebAuthn's JSON forms save us from packing bytes by hand.
 */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === "function" &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
  );
}

/** Signs in with a passkey of this device. Errors: ProblemError. */
export async function signInByPasskey(): Promise<void> {
  const options = (await signIn.passkeyOptions()) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials
    .get({ publicKey })
    .catch(unanswered)) as PublicKeyCredential;
  await signIn.signInWithPasskey(credential.toJSON());
}

/** Nobody confirmed, or there is no passkey here: browsers do not say which. */
function unanswered(cause: unknown): never {
  throw new ProblemError({ code: "passkey_silent", detail: en.shell.passkeyFailed }, cause);
}
