import type { Refusal } from "../../platform/index.ts";
import { refusalOf } from "../models/refusalOf.ts";
import type { PageAnswer, Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";
import { givenTo } from "./reportStepPages.ts";

const words = en.report;

/** The form that was sent is about a device; a second window may have begun a report of another one. */
export function otherDevice(visit: Visit): PageAnswer | undefined {
  const told = visit.sent.deviceId ?? "";
  const isOther = /^dev_\w+$/.test(told) && told !== givenTo(visit).deviceId;
  return isOther ? { goTo: `/report/device/${told}` } : undefined;
}

/** It cannot be reported: another unit, another case. Nothing was sent. */
export function cannotReport(visit: Visit, refused: Refusal): PageAnswer {
  const { deviceId } = givenTo(visit);
  return refusalOf(visit, refused, {
    title: words.refusedTitle,
    calm: words.nothingSent,
    back: "/report/what",
    ways: [{ href: `/devices/${deviceId}`, picture: "check" as const, label: words.toDevice }],
  });
}
