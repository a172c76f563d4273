import { listMail, notFound, readMail } from "../../platform/index.ts";
import { mailListPage, mailPage } from "../pages/mailPages.ts";
import { frameOf, get, type Visit } from "../visit/visit.ts";

const mostShown = 200;

/**
 * Kept mails are there to be looked at only while no mail server is set and nobody but this machine can
 * ask.
 */
function demandKept({ platform, request }: Visit): void {
  const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.ip);
  if (platform.config.mailUrl !== undefined || !local) {
    throw notFound("page");
  }
}

async function showMails(visit: Visit) {
  demandKept(visit);
  const mails = await listMail(visit.platform.config.dataFolder);
  return mailListPage(frameOf(visit), { mails: mails.slice(0, mostShown) });
}

async function showMail(visit: Visit) {
  demandKept(visit);
  const found = await readMail(visit.platform.config.dataFolder, visit.params.id ?? "");
  if (found === undefined) {
    throw notFound("mail");
  }
  return mailPage(frameOf(visit), found.mail);
}

/** The mails of an installation without a mail server. */
export const mailRoutes = [get("/dev/mail", showMails), get("/dev/mail/:id", showMail)];
