import { type Job, openText, type Platform, sealText, type Tx } from "../platform/index.ts";
import { replaceSignInLink } from "./store.ts";
import { newSecret, tokenDigest } from "./token.ts";
import { words } from "./words/en.ts";

/** Whom to invite, and into what. */
export interface Invitation {
  readonly email: string;
  /** Whose team it is. */
  readonly team: string;
}

const SEALED_FOR = "invitation";

/** Mails a link that signs somebody in once, within a day. It is made when it is mailed, and kept nowhere. */
export const mailInvitation: Job<{ readonly sealed: string }> = {
  name: "mail_invitation",
  run: async (platform, { sealed }) => {
    const { email, team } = opened(platform, sealed);
    const token = newSecret();
    await replaceSignInLink(platform.database, tokenDigest(token), email, "/console/");
    const { brandName, publicUrl } = platform.config;
    await platform.mailer.send({
      to: email,
      subject: words.invitationSubject(brandName, team),
      text: words.invitationText(brandName, team, `${publicUrl}/sign-in/${token}`),
      messageId: `invitation-${tokenDigest(token).toString("hex").slice(0, 32)}`,
    });
  },
};

/** Has somebody invited once this transaction has ended. The address does not stand in the queue in clear. */
export function invite(tx: Tx, invitation: Invitation): void {
  const sealed = sealText(tx.platform.secrets, SEALED_FOR, JSON.stringify(invitation)).toString("base64url");
  tx.enqueue(mailInvitation, { sealed });
}

function opened({ secrets }: Platform, sealed: string): Invitation {
  return JSON.parse(openText(secrets, SEALED_FOR, Buffer.from(sealed, "base64url"))) as Invitation;
}
