import { visitPage } from "../pages/visitPage.ts";
import { formOf, type Sample, signedIn } from "./samples.ts";

const frame = { ...signedIn, now: "2027-08-20T09:00:00Z" };
const page = "/cases/clm_01JC5_2/visit";
const model = {
  caseId: "clm_01JC5_2",
  device: "Osmo Action 4",
  centres: [
    { label: "Centre Warsaw", note: "Warsaw", href: page, isChosen: true },
    { label: "Centre Berlin", note: "Berlin", href: page, isChosen: false },
  ],
  days: [
    { label: "Sat 21 Aug 2027", note: "4 times free", href: page, isChosen: true },
    { label: "Sun 22 Aug 2027", note: "closed", isChosen: false },
  ],
  weeks: [undefined, `${page}?week=1`],
  times: {
    ...{ day: "Sat 21 Aug 2027", on: "2027-08-21", zone: "Europe/Warsaw", centre: "cen_1" },
    form: formOf(page),
    slots: [
      { startsAt: "2027-08-21T08:00:00Z", label: "10:00 – 10:45" },
      { startsAt: "2027-08-21T08:45:00Z", label: "10:45 – 11:30" },
    ],
  },
};
const visit = {
  ...{ when: "Sat 21 Aug, 10:00", where: "Centre Warsaw, 1 Sample Street, 00-000 Warsaw", isHeld: true },
  says: "We hold it until 11:10.",
  book: formOf(`${page}/booking`),
  cancel: formOf(`${page}/cancel`),
};

/** When a device is brought over the counter. */
export const visitSamples: readonly Sample[] = [
  { name: "visit-choose", page: visitPage(frame, model) },
  {
    name: "visit-mistake",
    page: visitPage(frame, {
      ...model,
      times: { ...model.times, form: formOf(page, {}, { startsAt: "Choose one of the times" }) },
    }),
  },
  { name: "visit-held", page: visitPage(frame, { ...model, visit }) },
  {
    name: "visit-booked",
    page: visitPage(frame, {
      ...model,
      visit: { ...visit, isHeld: false, book: undefined, calendar: `${page}/calendar` },
    }),
  },
  { name: "visit-nowhere", page: visitPage(frame, { ...model, centres: [], days: [], times: undefined }) },
];
