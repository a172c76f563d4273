import { Type } from "typebox";
import type { Setting } from "./settings.ts";

/** Where mails come in, and where the office reads its own. */
export const mailSettings: readonly Setting[] = [
  {
    name: "MAIL_IN",
    member: "mailIn",
    schema: Type.Optional(
      Type.String({
        pattern: "^[a-z0-9](?:[a-z0-9._-]{0,7}[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?$",
      }),
    ),
    fallback: undefined,
    means:
      "The address whose mails are piped to evermend mail take, plus addressing included; answers to our " +
      "mails go there. care@localhost if not set, with the test clock or where the public URL is local",
    expects: "an address in lower case with at most 9 characters before the @, such as care@example.com",
  },
  {
    name: "OFFICE_MAIL",
    member: "officeMail",
    schema: Type.Optional(
      // Plain letters alone: what is looked up is written as it stands here.
      Type.String({
        maxLength: 254,
        pattern: "^[!#-'*+\\-.\\/0-9=?A-Z^-~]+@[A-Za-z0-9\\-.]+\\.[A-Za-z0-9\\-]{2,}$",
      }),
    ),
    fallback: undefined,
    means:
      "Where the office is told of what runs out and no centre has, and of all that has no other " +
      "addressee; the managers are told if not set",
    expects: "an address, for example office@example.com",
  },
];
