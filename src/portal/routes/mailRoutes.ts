import { listMail, notFound, readMail } from "../../platform/index.ts";
import { mailListPage, mailPage } from "../pages/mailPages.ts";
import { frameOf, get, type Visit } from "../visit/visit.ts";

const mostShown = 200;

const here = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1", "localhost", "[::1]"]);

/**
 * Kept mails hold sign-in codes. They are shown while no mail server is set, on a machine that serves itself
 * alone: its public address, the address asked for and the asker are this machine, with no proxy between.
 */
function demandKept({ platform, request }: Visit): void {
  const { mailUrl, publicUrl } = platform.config;
  const names = [new URL(publicUrl).hostname, request.hostname.replace(/:\d+$/, ""), request.ip];
  const forwarded = request.headers["x-forwarded-for"] ?? request.headers.forwarded;
  if (mailUrl !== undefined || forwarded !== undefined || !names.every((name) => here.has(name))) {
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
