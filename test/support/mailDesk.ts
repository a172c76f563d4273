import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { replyAddressOf } from "../../src/claims/index.ts";
import { newId, type Platform } from "../../src/platform/index.ts";
import { type ClaimDesk, claimDesk } from "./claimDesk.ts";

/** What a mail is made of; a plain answer of Ada's unless something else is said. */
export interface MailMade {
  readonly to?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: Buffer }[];
  readonly messageId?: string;
}

/** A mail as a server would hand it over. */
export function mailOf(made: MailMade = {}): Buffer {
  const {
    to = "care@localhost",
    from = "Ada <ada@example.org>",
    subject = "Re: my case",
    text = "Hello",
  } = made;
  const { headers = [], files = [], messageId = `${randomUUID()}@example.org` } = made;
  const boundary = `b${newId(Temporal.Now.instant())}`;
  const lines = [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${messageId}>`, ...headers],
    ...["Date: Sat, 5 Sep 2026 10:00:00 +0000", "MIME-Version: 1.0"],
    ...(files.length === 0
      ? ["Content-Type: text/plain; charset=utf-8", "", text]
      : [
          ...[`Content-Type: multipart/mixed; boundary="${boundary}"`, "", `--${boundary}`],
          ...["Content-Type: text/plain; charset=utf-8", "", text],
          ...files.flatMap(({ name, type, bytes }) => [
            ...[
              `--${boundary}`,
              `Content-Type: ${type}; name="${name}"`,
              "Content-Transfer-Encoding: base64",
            ],
            ...[`Content-Disposition: attachment; filename="${name}"`, "", bytes.toString("base64")],
          ]),
          `--${boundary}--`,
        ]),
  ];
  return Buffer.from(lines.join("\r\n"));
}

/** A claim desk that mails come to. */
export interface MailDesk {
  readonly desk: ClaimDesk;
  readonly platform: Platform;
  /** The address of a case. */
  addressOf(id: string): string;
  /** Brings a mail over HTTP as an integrator, and waits until it is worked. */
  bring(raw: Buffer, as?: Parameters<ClaimDesk["app"]["authorization"]>[0]): Promise<Brought>;
  /** The mails in a state, or those that wait. */
  mails(state?: string): Promise<readonly Listed[]>;
  messages(id: string): Promise<readonly Listed[]>;
}

export type Listed = Readonly<Record<string, unknown>>;
export interface Brought {
  readonly status: number;
  readonly id: string;
  readonly isNews: boolean;
}

/** Opens it, at a desk that is there already or at one of its own. */
export async function mailDesk(given?: ClaimDesk): Promise<MailDesk> {
  const desk = given ?? (await claimDesk());
  const { app } = desk;
  return {
    desk,
    platform: app.platform,
    addressOf: (id) => replyAddressOf(app.platform, id) ?? assert.fail("mails come in"),
    bring: async (raw, as = "integrator") => {
      const headers = { authorization: await app.authorization(as), "content-type": "message/rfc822" };
      const reply = await app.http.inject({ method: "POST", url: "/v1/mail-in", payload: raw, headers });
      await app.platform.jobs.drained();
      return { status: reply.statusCode, ...(reply.json() as Omit<Brought, "status">) };
    },
    mails: async (state) => {
      const query = state === undefined ? "" : `&state=${state}`;
      return (await app.call("staff", `GET /v1/mails?limit=200${query}`)).body.data as Listed[];
    },
    messages: async (id) => {
      const { body } = await app.call("staff", `GET /v1/claims/${id}/messages`);
      return body.data as Listed[];
    },
  };
}
