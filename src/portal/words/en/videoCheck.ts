import type { VerificationShape } from "../../../claims/index.ts";

/** Too late for a plan: showing the device on video, or in a centre. */
export const videoCheck = {
  title: "Show us your device on video",
  place: "Too late for a plan",
  lede: "The time to get a plan is over, but a device that is whole and works may still have one.",
  stepsTitle: "How it goes",
  steps: (answerDays: number) => [
    "You film five short clips with your phone. You can stop and go on later.",
    `We look at them and answer in ${answerDays} days.`,
    "If we accept the device, you have 72 hours to buy a plan or activate a code.",
  ],
  filmTitle: "What to film",
  privacy:
    "Film the device and not yourself. We take the place out of each video; only those who decide see it.",
  yourDevice: "Your device",
  you: "You",
  emailHint: "The link to the page for your clips goes here.",
  emailOwn: (email: string) => `We write to ${email}.`,
  button: "Ask to show it",
  inCentre: "I would rather have it looked at in a service centre",
  refusedTitle: "This device cannot be shown",
  calm: "Nothing was asked for.",
  back: "Change what you told us",
  sentTitle: "Look in your mail",
  sentSays: (email: string) => `We sent a link to ${email}. It opens the page for your clips.`,
  sentNext: "Nothing there after some minutes? Look among unwanted mails, or ask again with another address.",
  no: (id: string) => `No. ${id}`,
  states: {
    asked: "Waits for your clips",
    filming: "Waits for your clips",
    submitted: "We look at it",
    asked_again: "Film something again",
    accepted: "Accepted",
    refused: "Not accepted",
    lapsed: "Ended",
    withdrawn: "Taken back",
  } satisfies Record<VerificationShape["state"], string>,
  filmBy: (moment: string) => `Time to hand it in: until ${moment}.`,
  bringBy: (moment: string) =>
    `Send or bring it to one of our centres, with this number in the parcel. We wait until ${moment}.`,
  answerBy: (moment: string) => `It is with us. We answer until ${moment}, and write to you.`,
  againSays: "We could not see everything. Film only what is asked for here; the rest stays.",
  acceptedSays: (moment: string) =>
    `You can get a plan for it until ${moment}. After that the way is closed.`,
  acceptedOver: "The time to get a plan after it is over.",
  acceptedTaken: "A plan was bound to it.",
  lapsedSays: "It ended without a decision. Nothing is lost: where it is still needed you can ask again.",
  withdrawnSays: "You took it back. You can ask again.",
  buy: "Buy a plan",
  haveCode: "Activate a code I have",
  askAgain: "Ask again",
  why: (reason: string) => `Why again: ${reason}`,
  there: "It is there",
  checking: "It is being checked",
  coming: "Not whole yet",
  refusedClip: "It was not taken",
  play: "Play it",
  takeBack: "Take back",
  choose: (what: string) => `Choose a video: ${what}`,
  send: "Add",
  limits:
    "MP4, MOV or WebM, up to 15 MB each here. With script on, up to 300 MB, and it goes on where it stopped.",
  limitsLive: "MP4, MOV or WebM, up to 300 MB each. If the connection breaks, it goes on where it stopped.",
  pick: "Choose a video first.",
  handIn: "Hand it in",
  missing: (count: number) =>
    count === 1 ? "One clip is still missing." : `${count} clips are still missing.`,
  withdraw: "Take it back: I do not want a plan",
  clause: (clause: string) => `Clause ${clause}`,
  toCover: "Check its cover",
  clips: {
    aircraft: {
      serials: {
        title: "The serial numbers",
        says: "First the label of the aircraft, then the one of the gimbal, in one take without a cut.",
      },
      sides: {
        title: "All sides",
        says: "Switched off: turn it slowly all the way round, then from above and below.",
      },
      start: {
        title: "Switching it on",
        says: "Until the app shows the serial and says that it is ready to fly.",
      },
      camera: {
        title: "Gimbal and camera",
        says: "The gimbal in all its directions, with the live picture beside it.",
      },
      motion: { title: "In the air", says: "Take off, hover at eye height for half a minute, and land." },
    },
    handheld: {
      serials: {
        title: "The serial number",
        says: "So near that every character can be read, in one take without a cut.",
      },
      sides: {
        title: "All sides",
        says: "Switched off: turn it slowly all the way round, lens and screen from near.",
      },
      start: { title: "Switching it on", says: "Until its screen or the app shows the serial." },
      camera: { title: "The picture", says: "The live picture, of something near and of something far." },
      motion: {
        title: "Buttons and recording",
        says: "Every button and joint once, then ten seconds of recording and its playback.",
      },
    },
  } satisfies Record<
    VerificationShape["family"],
    Record<VerificationShape["clips"][number]["clip"], { readonly title: string; readonly says: string }>
  >,
} as const;
