import { badField } from "../../platform/index.ts";
import type { Feed } from "./feed.ts";
import { isLoopback } from "./privateAddress.ts";

const FILE = /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*){0,3}$/;

/**
 * Looks at how a feed is written down. Errors: Problem 400 for an address that is not asked, a path that is
 * none, or not one of two times.
 */
export function demandFeed(
  { source, everyHours, dailyAt }: Pick<Feed, "source" | "everyHours" | "dailyAt">,
  allowsLoopback: boolean,
): void {
  const url = /^[a-z]+:/i.test(source) ? URL.parse(source) : undefined;
  const isAsked =
    url?.protocol === "https:" || (allowsLoopback && url?.protocol === "http:" && isLoopback(url.hostname));
  if (url === undefined ? !FILE.test(source) : !isAsked) {
    const says = "An address that begins with https://, or a file in the folder feeds of the data folder.";
    throw badField("/source", "source", says);
  }
  if (url !== undefined && url !== null && (url.username !== "" || url.password !== "")) {
    throw badField("/source", "password", "Addresses are shown and logged: leave name and password out.");
  }
  if ((everyHours === null) === (dailyAt === null)) {
    throw badField("/everyHours", "one_time", "Say every how many hours, or at which minute of the day.");
  }
}
