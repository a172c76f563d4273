import { casePage } from "../pages/casePage.ts";
import { choicesPage } from "../pages/choicesPage.ts";
import { firstAnswerPage } from "../pages/firstAnswerPage.ts";
import { type PaymentModel, paymentPage } from "../pages/paymentPage.ts";
import { questionPage } from "../pages/questionPage.ts";
import { refusalPage } from "../pages/refusalPage.ts";
import { en } from "../words/en.ts";
import { formOf, reasons, ribbonOf, type Sample, signedIn } from "./samples.ts";

const device = "Osmo Action 4";
const frame = { ...signedIn, now: "2027-08-20T09:00:00Z" };
const caseId = "clm_01JC5_2";
const pln = (amount: number) => ({ amount, currency: "PLN" });
const parcel = {
  send: ["camera", "battery"],
  keep: ["Memory card", "Mounts and cases"],
  to: ["Service centre", "Musterweg 4", "12345 Berlin", "Germany"],
  sendBy: "2027-08-27T22:00:00Z",
};

const payment: PaymentModel = {
  title: "Pay the fee",
  place: en.claim.caseNo(caseId),
  back: `/cases/${caseId}`,
  sum: pln(18_500),
  lines: [{ label: "For", value: "Replacement 2 of 3" }],
  payBy: "2027-08-28T22:00:00Z",
  ifNot: en.claim.payLapse,
  methods: ["test_success", "test_pending", "test_unknown", "test_declined"],
  form: formOf(`/cases/${caseId}/pay`, { method: "test_success" }),
  attempt: "none",
};

const [crash, dead] = [
  en.claim.foundNo(1, "It fell or hit something. Camera"),
  en.claim.foundNo(2, "It does not start. Battery"),
] as const;
const found = (one: string, other: string) => [
  { title: crash, reasons, becomes: one },
  { title: dead, reasons: reasons.slice(0, 1), becomes: other },
];
const { sides, besides, chosenWay, ways } = en.claim;
const waysSaid = (one: string, other: string) => [
  { label: crash, value: one },
  { label: dead, value: other },
];

/** Reporting damage and the case, as the gallery shows them. */
export const claimSamples: readonly Sample[] = [
  {
    name: "first answer",
    page: firstAnswerPage(frame, {
      caseId,
      answer: { outcome: "plan", fee: pln(18_500), uses: { nth: 2, of: 3 } },
      reasons,
      packing: parcel,
    }),
  },
  {
    name: "case, choose",
    page: casePage(frame, {
      caseId,
      device,
      sentence: "Your quote is ready",
      state: "needs",
      steps: en.claim.steps,
      step: 4,
      holder: "you",
      clock: { label: "Choose by", at: "2027-09-16T22:00:00Z" },
      button: { label: en.claim.actions.choose, href: `/cases/${caseId}/choices` },
      money: { now: "nothing", later: "185.00 PLN when you choose replacement", back: "nothing" },
      details: [
        { label: en.claim.reported, value: "Sat 14 Aug 2027" },
        { label: en.claim.oldSerial, value: "1581 F6Q8 D23B 0177 C" },
      ],
      findings: [],
      reasons,
      history: [
        { at: "2027-08-14T10:00:00Z", says: "You reported: it got wet" },
        { at: "2027-08-18T10:00:00Z", says: "Your parcel arrived" },
      ],
      ribbon: ribbonOf("open case"),
    }),
  },
  {
    name: "case, pack",
    page: casePage(frame, {
      caseId,
      device,
      sentence: "Send us your device",
      state: "needs",
      steps: en.claim.steps,
      step: 1,
      holder: "you",
      clock: { label: "Send it by", at: "2027-08-27T22:00:00Z" },
      money: { now: "nothing", later: "185.00 PLN after the inspection", back: "nothing" },
      details: [{ label: en.claim.reported, value: "Fri 20 Aug 2027" }],
      packing: parcel,
      findings: [],
      reasons,
      history: [],
      reroute: {
        form: formOf(`/cases/${caseId}/channel`),
        to: "swift",
        title: en.claim.reroute.bring,
        note: en.claim.reroute.bringNote("Centre Warsaw, Warsaw"),
      },
      cancel: {
        form: formOf(`/cases/${caseId}/cancel`),
        title: en.claim.cancel,
        note: en.claim.cancelNote,
      },
    }),
  },
  {
    name: "choices",
    page: choicesPage(frame, {
      caseId,
      finding: "water behind the lens, board corroded",
      chooseBy: "2027-09-16T22:00:00Z",
      form: formOf(`/cases/${caseId}/choices`),
      findings: [],
      reasons,
      choices: [
        {
          route: "plan",
          price: pln(18_500),
          workingDays: 2,
          unit: "another device",
          leftAfter: 1,
          warranty: "runs on unchanged",
        },
        {
          route: "paid",
          price: pln(64_000),
          workingDays: 7,
          unit: "your device, repaired",
          warranty: "runs on unchanged",
        },
      ],
    }),
  },
  {
    name: "choices, quoted",
    page: choicesPage(frame, {
      caseId,
      chooseBy: "2027-09-16T22:00:00Z",
      form: formOf(`/cases/${caseId}/choices`),
      findings: [],
      reasons,
      choices: [
        {
          ...{ route: "paid", price: pln(43_050), workingDays: 7, unit: "your device, repaired" },
          quote: {
            ...{ no: 2, tax: pln(8_050), total: pln(43_050), until: "Fri 3 Sep 2027, 23:59" },
            ...{ isExpired: false, paper: `/v1/claims/${caseId}/quotes/2.pdf` },
            lines: [
              { says: "Lens, new", net: pln(20_000) },
              { says: "1.5 × Repair, per hour", net: pln(15_000) },
            ],
          },
        },
        { route: "return", price: pln(4_920), workingDays: 1, unit: "your device, as it is" },
      ],
    }),
  },
  {
    name: "choices, without a price",
    page: choicesPage(frame, {
      ...{ caseId, chooseBy: "2027-09-16T22:00:00Z", notCovered: true, findings: [], reasons },
      form: formOf(`/cases/${caseId}/choices`),
      askPrice: formOf(`/cases/${caseId}/messages`),
      choices: [{ route: "return", price: pln(0), workingDays: 1, unit: "your device, as it is" }],
    }),
  },
  {
    name: "question about a parcel",
    page: questionPage(frame, {
      ...{ caseId, about: "parts_missing", says: "There was no battery in the box. Did you keep it?" },
      ...{ form: formOf(`/cases/${caseId}/question`), expected: "Camera, Battery" },
      ...{ answers: ["send_rest", "send_back"], by: "Fri 3 Sep 2027, 23:59" },
    }),
  },
  {
    name: "choices, several findings",
    page: choicesPage(frame, {
      caseId,
      chooseBy: "2027-09-16T22:00:00Z",
      form: formOf(`/cases/${caseId}/choices`),
      findings: found(sides.plan, `${sides.warranty} ${besides.needless(1)}`),
      reasons,
      choices: [
        {
          ...{ route: "warranty", price: pln(0), workingDays: 7, unit: "your device, repaired" },
          ways: waysSaid(ways.left, ways.free),
        },
        {
          ...{ route: "plan", price: pln(11_900), workingDays: 2, unit: "another device" },
          takes: `${en.claim.usesOf("replacement", 1)}; ${en.claim.usesOf("screen", 0)}`,
          ways: waysSaid(ways.plan, ways.needless(1)),
        },
      ],
    }),
  },
  {
    name: "case, several findings",
    page: casePage(frame, {
      ...{ caseId, device, sentence: "We are working on it", state: "waiting", holder: "us" },
      ...{ steps: en.claim.steps, step: 5 },
      money: { now: "119.00 PLN paid", later: "nothing", back: "nothing" },
      details: [{ label: en.claim.reported, value: "Fri 20 Aug 2027" }],
      findings: found(
        `${sides.plan} ${chosenWay(ways.plan)}`,
        `${sides.warranty} ${chosenWay(ways.needless(1))}`,
      ),
      ...{ reasons, history: [] },
    }),
  },
  { name: "payment", page: paymentPage(frame, payment) },
  { name: "payment, declined", page: paymentPage(frame, { ...payment, attempt: "declined" }) },
  { name: "payment, unknown", page: paymentPage(frame, { ...payment, attempt: "unknown" }) },
  {
    name: "refusal",
    page: refusalPage(frame, {
      title: en.claim.noTitle,
      says: "The camera cannot be sent back, and the plan replaces only what comes back.",
      against: [
        {
          verdict: "fails",
          says: "A device that is lost, in whole or in part, is not covered.",
          clause: "exclude.lost",
        },
      ],
      dates: [{ label: "Damage", value: "Sat 14 Aug 2027" }],
      lacks: ["A code for the European Union"],
      doors: [
        { href: "/plans", picture: "basket", label: "Buy a new device with a plan" },
        { href: "/help", picture: "letter", label: "Write to us" },
      ],
      back: "/devices",
    }),
  },
];
