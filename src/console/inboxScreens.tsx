import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens of messages, mails, and what falls due. */
export const inboxScreens = [
  screen(
    "/inbox",
    [...list],
    lazy(() => import("./inbox/waitingPage.tsx"), "WaitingPage"),
  ),
  screen(
    "/inbox/mails",
    ["state", ...list],
    lazy(() => import("./inbox/mailsPage.tsx"), "MailsPage"),
  ),
  screen(
    "/inbox/mails/$id",
    [],
    lazy(() => import("./inbox/mailPage.tsx"), "MailPage"),
  ),
  screen(
    "/inbox/due",
    ["before", ...list],
    lazy(() => import("./inbox/duesPage.tsx"), "DuesPage"),
  ),
  screen(
    "/inbox/texts",
    ["template", "language"],
    lazy(() => import("./inbox/textsPage.tsx"), "TextsPage"),
  ),
  screen(
    "/inbox/promises",
    [...list],
    lazy(() => import("./inbox/promisesPage.tsx"), "PromisesPage"),
  ),
] as const;
