import { packPage } from "../pages/packPage.ts";
import { draftMailedPage, guidePage, solvedPage } from "../pages/reportAsidePages.ts";
import {
  reportAddressPage,
  reportBackPage,
  reportCheckPage,
  reportMorePage,
  reportPartsPage,
  reportRecordPage,
  reportServicePage,
  reportWhatPage,
  reportWhenPage,
} from "../pages/reportPages.ts";
import { en } from "../words/en.ts";
import { countries, formOf, type Sample, signedIn } from "./samples.ts";

const frame = { ...signedIn, now: "2027-08-20T09:00:00Z" };
const words = en.report;
const elsewhere = formOf("/report/link");

function question(step: number, form = formOf("/report/what")) {
  return { form, device: "Osmo Action 4", deviceId: "dev_1", back: "/report", step, of: 7 };
}

const cards = [
  { channel: "online" as const, price: words.fee("185.00 PLN") },
  { channel: "quick" as const, price: words.fee("185.00 PLN"), hold: words.hold("1,200.00 PLN") },
  { channel: "swift" as const, price: words.fee("185.00 PLN"), closed: words.noCentre },
];
const answer = { state: "ok" as const, says: words.answers.plan, clauses: "cover.accident" };

/** Reporting damage, as the gallery shows it. */
export const reportSamples: readonly Sample[] = [
  { name: "report, what", page: reportWhatPage(frame, question(1)) },
  {
    name: "report, what mistaken",
    page: reportWhatPage(frame, question(1, formOf("/report/what", {}, { cause: words.whatMissing }))),
  },
  {
    name: "guide",
    page: guidePage(frame, {
      ...{ form: formOf("/report/guide"), id: "gde_1", version: 1, title: "It does not start" },
      steps: ["Charge it for an hour with its own cable.", "Hold the button for ten seconds."],
    }),
  },
  { name: "guide, solved", page: solvedPage(frame, "/devices/dev_1") },
  { name: "report, when", page: reportWhenPage(frame, { ...question(2), countries, elsewhere }) },
  { name: "report, send back", page: reportBackPage(frame, { ...question(3), inside: true, elsewhere }) },
  { name: "report, more", page: reportMorePage(frame, { ...question(4), inside: false }) },
  { name: "report, parts", page: reportPartsPage(frame, { ...question(5), parts: ["camera", "battery"] }) },
  { name: "report, record of the flight", page: reportRecordPage(frame, { ...question(5), inside: true }) },
  { name: "report, service", page: reportServicePage(frame, { ...question(6), cards, answer }) },
  { name: "report, address", page: reportAddressPage(frame, { ...question(6), countries }) },
  { name: "report, mailed", page: draftMailedPage(frame) },
  {
    name: "pack",
    page: packPage(frame, {
      ...{ caseId: "clm_01JC5_2", form: formOf("/cases/clm_01JC5_2/pack"), sendBy: "2027-08-27T22:00:00Z" },
      send: [
        ["camera", "Camera"],
        ["battery", "Battery"],
      ],
      keep: ["Memory card", "Cases, mounts, filters"],
      before: ["Take out the memory card", "Let it dry if it got wet"],
      to: ["Service centre", "Musterweg 4", "12345 Berlin", "Germany"],
      sent: ["Fri 20 Aug 2027: Camera, DPD 0155 1234"],
    }),
  },
  {
    name: "report, check",
    page: reportCheckPage(frame, {
      ...question(7),
      shown: "mark",
      answers: [
        { label: words.what, value: words.causes.water, change: "/report/what" },
        { label: words.when, value: "Sat 14 Aug 2027", change: "/report/when" },
        {
          label: words.address,
          value: "Anna Nowak, ul. Polna 3, 00-001 Warszawa, Poland",
          change: "/report/address",
        },
      ],
    }),
  },
];
