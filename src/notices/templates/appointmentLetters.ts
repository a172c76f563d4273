import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What letters about an appointment are made from. */
export interface AppointmentFacts extends CaseFacts {
  /** By the clock of the centre, with its zone. */
  readonly when: string;
  /** The centre's address in one line. */
  readonly where: string;
  /** Until when it can be moved or cancelled by link; undefined where that is over. */
  readonly changeUntil: string | undefined;
  /** The device is sent now, not brought. */
  readonly isSent?: boolean;
}

const whenAndWhere = ({ when, where }: AppointmentFacts): Letter["parts"][number] => ({
  facts: [
    ["When", when],
    ["Where", where],
  ],
});

const ending = (facts: AppointmentFacts, button: string): Letter["parts"] => [
  { button, url: facts.caseUrl },
  { facts: caseRows(facts) },
];

const change = ({ changeUntil }: AppointmentFacts): Letter["parts"] =>
  changeUntil === undefined
    ? []
    : [{ say: `You can move or cancel it on the case page until ${changeUntil}.` }];

/** An appointment is booked. */
export function appointmentBooked(facts: AppointmentFacts): Letter {
  return {
    subject: `Your appointment for ${facts.device}`,
    parts: [
      { say: `We expect you with your ${facts.device}. Bring what the case page lists, and this letter.` },
      whenAndWhere(facts),
      ...change(facts),
      ...ending(facts, "Open your case"),
    ],
  };
}

/** It is at another time, or another centre. */
export function appointmentMoved(facts: AppointmentFacts): Letter {
  return {
    subject: `Your appointment for ${facts.device} has moved`,
    parts: [
      { say: "This is the time that counts from now on." },
      whenAndWhere(facts),
      ...change(facts),
      ...ending(facts, "Open your case"),
    ],
  };
}

/** It does not take place; the case goes on. */
export function appointmentCancelled(facts: AppointmentFacts): Letter {
  return {
    subject: `Your appointment for ${facts.device} is cancelled`,
    parts: [
      { say: `Nobody expects you at this time any more. ${afterwards(facts)}` },
      whenAndWhere(facts),
      ...ending(facts, facts.isSent === true ? "Open your case" : "Choose another time"),
    ],
  };
}

function afterwards({ isSent }: AppointmentFacts): string {
  return isSent === true
    ? "You send the device instead: the case page says where to."
    : "You can choose another on the case page.";
}

/** Nobody came. */
export function appointmentMissed(facts: AppointmentFacts): Letter {
  return {
    subject: `We missed you with your ${facts.device}`,
    parts: [
      { say: "The time of your appointment is over. Your case stays open: choose another time." },
      whenAndWhere(facts),
      ...ending(facts, "Choose another time"),
    ],
  };
}

/** It is tomorrow. */
export function appointmentTomorrow(facts: AppointmentFacts): Letter {
  return {
    subject: `Tomorrow: your appointment for ${facts.device}`,
    parts: [
      { say: `Tomorrow we expect you with your ${facts.device}.` },
      whenAndWhere(facts),
      ...change(facts),
      ...ending(facts, "Open your case"),
    ],
  };
}
