import { modelOf } from "../../catalogue/index.ts";
import { askCoverage } from "../../contracts/index.ts";
import { devicesOf } from "../models/devicesOf.ts";
import { doorRows } from "../models/doorRows.ts";
import { looksLikeSerial, plainSerial, serialGuess } from "../models/plainSerial.ts";
import { asReceipt, receiptSteps } from "../models/receiptSteps.ts";
import { strangerRibbon } from "../models/strangerRibbon.ts";
import { type CoverAnswer, coverPage } from "../pages/coverPage.ts";
import { serialPage } from "../pages/serialPage.ts";
import { startPage } from "../pages/startPage.ts";
import type { Row } from "../parts/rows.ts";
import { ask, formOf, frameOf, get, post, reader, type Visit } from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.cover;

async function start(visit: Visit) {
  const devices = visit.email === undefined ? [] : await devicesOf(visit);
  return startPage(frameOf(visit), { devices });
}

async function readSerial(visit: Visit) {
  const typed = visit.sent.serial ?? "";
  const serial = plainSerial(typed);
  if (!looksLikeSerial(serial)) {
    const says = serial === "" ? words.serialMissing : words.serialShape;
    const form = formOf(visit, { serial: typed }, { serial: says });
    return { status: 400, page: serialPage(frameOf(visit), { form }) };
  }
  return { goTo: `/cover/${serial}` };
}

async function showCover(visit: Visit) {
  const serial = plainSerial(visit.params.serial ?? "");
  const found = looksLikeSerial(serial) ? await ask(visit, askCoverage, { serial }) : undefined;
  if (found === undefined) {
    return { goTo: "/cover" };
  }
  const model = await modelOf(reader(visit), serial);
  const receipt = found.receipt === undefined ? undefined : asReceipt(found.receipt);
  const zone = found.zone ?? "UTC";
  const answer = answerOf(found);
  const guess = found.status === "unknown" ? serialGuess(serial) : undefined;
  const device = model && { name: model.name, group: model.group };
  const name = model?.name ?? en.ribbon.unit;
  return coverPage(frameOf(visit, zone), {
    serial,
    device,
    answer,
    ribbon: strangerRibbon({
      today: visit.now,
      zone,
      serial,
      device: name,
      answer,
      warranty: found.warranty,
    }),
    reasons: receipt === undefined ? [] : receiptSteps(receipt),
    doors: [...(visit.email === undefined ? [] : [ownDevices]), ...doorsOf(answer, found.doors)],
    guess,
    warranty: found.warranty,
  });
}

const ownDevices: Row = { href: "/devices", picture: "camera", label: en.device.devicesTitle };

type Found = Awaited<ReturnType<typeof askCoverage.run>>;

function answerOf(found: Found): CoverAnswer {
  switch (found.status) {
    case "covered":
      return { kind: "covered", until: found.lastDay ?? found.coveredUntil ?? "" };
    case "used_up":
      return {
        kind: "used up",
        until: found.lastDay ?? found.coveredUntil ?? "",
        again: found.coveredAgainFrom,
        warranty: found.warrantyUntil,
      };
    case "may_buy":
      return { kind: "buyable", until: found.mayBuyUntil, endedOn: found.endedOn };
    case "too_late":
      return found.tooLateSince === undefined
        ? { kind: "undecided" }
        : { kind: "too late", since: found.tooLateSince };
    case "ended":
      return { kind: "ended", endedAt: found.lastDay ?? found.coveredUntil ?? "" };
    case "suspended":
      return { kind: "suspended" };
    case "cancelled":
      return found.endedOn === undefined
        ? { kind: "undecided" }
        : { kind: "ended early", endedOn: found.endedOn };
    case "promised":
      return { kind: "promised", moves: found.moves ?? "scan" };
    case "replaced":
      return { kind: "replaced" };
    case "unknown":
      return { kind: "unknown" };
  }
}

function doorsOf({ kind }: CoverAnswer, doors: readonly string[]): readonly Row[] {
  const report = { href: "/report", picture: "broken", label: words.getHelp } as const;
  const plans = { href: "/plans", picture: "basket", label: words.buyNow } as const;
  const activate = { href: "/activate", picture: "code", label: words.haveCode } as const;
  switch (kind) {
    case "covered":
    case "used up":
      return [report];
    case "buyable":
    case "unknown":
    case "undecided":
      return [plans, activate];
    case "replaced":
      return [{ href: "/cover", picture: "check", label: words.otherSerial }];
    case "promised":
    case "suspended":
      return [];
    case "ended":
    case "ended early":
    case "too late":
      return doorRows(doors);
  }
}

/** The start, and cover by serial number. */
export const coverRoutes = [
  get("/", start),
  get("/cover", async (visit) => serialPage(frameOf(visit), { form: formOf(visit) })),
  post("/cover", readSerial),
  get("/cover/:serial", showCover),
];
