import { signIn } from "../client.ts";

/**
 * Whether this browser can sign in with a passkey. WebAuthn's JSON forms save us from packing bytes by hand.
 */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === "function" &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
  );
}

/**
 * Signs in with a passkey of this device. Errors: whatever the browser says when nobody confirms;
 * ProblemError.
 */
export async function signInByPasskey(): Promise<void> {
  const options = (await signIn.passkeyOptions()) as PublicKeyCredentialRequestOptionsJSON;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  await signIn.signInWithPasskey(credential.toJSON());
}
