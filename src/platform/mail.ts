import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";
import { keepMail } from "./keptMail.ts";
import { type Mail, mailMessage } from "./mailMessage.ts";

export type { Mail, MailAttachment } from "./mailMessage.ts";

/** Sends mail. Called from jobs only: it may take its time, and it may fail. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** By SMTP when a server is named, else into the data folder, where /dev/mail shows it. */
export function openMailer(config: Pick<Config, "mailUrl" | "mailFrom" | "dataFolder">): Mailer {
  const { mailUrl, mailFrom, dataFolder } = config;
  if (mailUrl === undefined) {
    return { send: (mail) => keepMail(dataFolder, mailFrom, mail), close: () => undefined };
  }
  const transport = createTransport({ url: mailUrl, connectionTimeout: 10_000, socketTimeout: 20_000 });
  return {
    send: async (mail) => {
      await transport.sendMail(mailMessage(mail, mailFrom));
    },
    close: () => transport.close(),
  };
}
