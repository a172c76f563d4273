import { activateCheckPage } from "../pages/activateCheckPage.ts";
import { activateCodePage } from "../pages/activateCodePage.ts";
import { activateDevicePage } from "../pages/activateDevicePage.ts";
import { coveredPage } from "../pages/coveredPage.ts";
import { type CoverAnswer, coverPage } from "../pages/coverPage.ts";
import { serialPage } from "../pages/serialPage.ts";
import { startPage } from "../pages/startPage.ts";
import { en } from "../words/en.ts";
import { formOf, frame, now, reasons, ribbonOf, type Sample, signedIn } from "./samples.ts";

const serial = "1581F6Q8D23A0024A";
const camera = { name: "Osmo Action 4", group: "camera" };
const typed = { firstUse: "known", firstUsedOn: "2026-11-08", serial, name: "Anna Nowak", email: "anna" };
const regions = [
  ["EU", "European Union"],
  ["UK", "United Kingdom"],
] as const;

const doors = [
  { href: "/plans", picture: "basket", label: en.cover.buyNow },
  { href: "/activate", picture: "code", label: en.cover.haveCode },
] as const;

function answered(name: string, answer: CoverAnswer): Sample {
  const device = answer.kind === "unknown" ? undefined : camera;
  return { name: `cover, ${name}`, page: coverPage(frame, { serial, device, answer, reasons, doors }) };
}

const devices = [
  {
    id: "dev_1",
    name: "Osmo Action 4",
    group: "camera",
    plan: { product: "care-2y", endsAt: "2028-06-17T22:00:00Z", state: "active" },
    openCase: "Your quote is ready",
  },
  {
    id: "dev_2",
    name: "Mavic 2 Pro",
    group: "aircraft",
    plan: { product: "care-1y", endsAt: "2026-12-02T23:00:00Z", state: "active" },
  },
];

/** Start, cover and activation, as the gallery shows them. */
export const coverSamples: readonly Sample[] = [
  { name: "start", page: startPage(frame, { devices: [] }) },
  { name: "start, signed in", page: startPage(signedIn, { devices }) },
  { name: "serial", page: serialPage(frame, { form: formOf("/cover") }) },
  {
    name: "serial, mistaken",
    page: serialPage(frame, {
      form: formOf("/cover", { serial: "1581F6Q8D23AOO24A" }, { serial: en.cover.serialShape }),
    }),
  },
  {
    name: "cover, covered with ribbon",
    page: coverPage(frame, {
      serial,
      device: camera,
      answer: { kind: "covered", until: "2028-06-17T22:00:00Z" },
      ribbon: ribbonOf("fresh plan"),
      reasons,
      doors: [{ href: "/report", picture: "broken", label: en.cover.getHelp }],
    }),
  },
  answered("covered", { kind: "covered", until: "2028-06-17T22:00:00Z" }),
  {
    name: "cover, with the maker's warranty",
    page: coverPage(frame, {
      ...{ serial, device: camera, reasons, doors },
      answer: { kind: "buyable" },
      warranty: { lastDay: "2027-06-03", basis: "activated" },
    }),
  },
  answered("used up", {
    kind: "used up",
    until: "2028-06-17T22:00:00Z",
    again: "2028-06-17T22:00:00Z",
    warranty: "2029-06-17T22:00:00Z",
  }),
  answered("buyable", { kind: "buyable", until: "2026-11-21T13:05:00Z" }),
  answered("buyable, ended early", {
    ...{ kind: "buyable", until: "2026-11-21T13:05:00Z" },
    endedOn: "2026-11-01",
  }),
  answered("suspended", { kind: "suspended" }),
  answered("ended early", { kind: "ended early", endedOn: "2026-11-01" }),
  answered("too late", { kind: "too late", since: "2026-11-01T13:05:00Z" }),
  answered("ended", { kind: "ended", endedAt: "2026-06-17T22:00:00Z" }),
  answered("unknown", { kind: "unknown" }),
  answered("replaced", { kind: "replaced" }),
  answered("promised", { kind: "promised", moves: "shipment" }),
  answered("undecided", { kind: "undecided" }),
  { name: "activate, code", page: activateCodePage(frame, { form: formOf("/activate") }) },
  {
    name: "activate, code mistaken",
    page: activateCodePage(frame, {
      form: formOf("/activate", { code: "EVM2-7K3Q-O" }, { code: en.activate.codeTypo }),
    }),
  },
  {
    name: "activate, device",
    page: activateDevicePage(frame, {
      form: formOf("/activate/device", typed, {
        email: en.activate.emailMissing,
        region: en.activate.regionMissing,
      }),
      regions,
    }),
  },
  {
    name: "activate, code disputed",
    page: activateCodePage(frame, {
      form: formOf("/activate", { code: "EVM2-7K3Q" }, { code: en.activate.codeDisputed }),
    }),
  },
  {
    name: "activate, check",
    page: activateCheckPage(frame, {
      withdrawal: "<p>It may be given up within 14 days of the contract, without a reason.</p>",
      form: formOf("/activate/check"),
      plan: "Care Refresh, 2 years",
      device: "Osmo Action 4",
      code: "EVM27K3QXW4T9PHD",
      serial,
      firstUsed: "Sun 8 Nov 2026",
      region: "European Union",
      holder: { name: "Anna Nowak", email: "anna.nowak@example.com" },
      endsAt: "2028-11-20T23:00:00Z",
      programme: "dji-care-refresh",
      termsVersion: "2025-06",
      shown: "mark",
    }),
  },
  {
    name: "activate, covered",
    page: coveredPage(frame, {
      plan: "Care Refresh, 2 years",
      endsAt: "2028-06-17T22:00:00Z",
      email: "anna.nowak@example.com",
      deviceId: "dev_1",
      ribbon: { ...ribbonOf("fresh plan"), today: now },
    }),
  },
];
