import { Type } from "typebox";
import { shape } from "../../platform/index.ts";
import { type ClipName, clipNames } from "../evidence/index.ts";

/** One clip: what to film, and what a person looks for in it. */
export interface ClipAsked {
  readonly clip: ClipName;
  readonly film: string;
  readonly looksFor: readonly string[];
}

/** Devices that are filmed alike. */
export const families = ["aircraft", "handheld"] as const;

/** What devices of a family are looked at by. A list that changes gets a new name: old cases keep theirs. */
export interface Checklist {
  readonly name: string;
  readonly family: (typeof families)[number];
  readonly clips: readonly ClipAsked[];
}

const aircraft: Checklist = {
  name: "aircraft-1",
  family: "aircraft",
  clips: [
    {
      clip: "serials",
      film: "The serial labels, the aircraft's first, then the gimbal's, in one take without a cut.",
      looksFor: ["Every character can be read", "The serial is the one that was told", "There is no cut"],
    },
    {
      clip: "sides",
      film: "The aircraft switched off, turned slowly all the way round, then from above and from below.",
      looksFor: ["No crack, dent or missing part", "Propellers and legs are whole", "Screws are untouched"],
    },
    {
      clip: "start",
      film: "Switching it on, until the app shows the serial and says that it is ready to fly.",
      looksFor: ["The app shows the same serial", "No error or warning stands", "The battery takes charge"],
    },
    {
      clip: "camera",
      film: "The gimbal in all its directions, and the live picture in the app beside it.",
      looksFor: ["It moves freely and holds still", "The picture is sharp and without marks"],
    },
    {
      clip: "motion",
      film: "Take-off, hovering at eye height for half a minute, and the landing.",
      looksFor: ["It hovers without drifting", "All motors sound alike", "It lands without help"],
    },
  ],
};

const handheld: Checklist = {
  name: "handheld-1",
  family: "handheld",
  clips: [
    {
      clip: "serials",
      film: "The serial label, near enough that every character can be read, in one take without a cut.",
      looksFor: ["Every character can be read", "The serial is the one that was told", "There is no cut"],
    },
    {
      clip: "sides",
      film: "The device switched off, turned slowly all the way round, lens and screen from near.",
      looksFor: ["No crack, dent or missing part", "Lens and screen are whole", "Covers close"],
    },
    {
      clip: "start",
      film: "Switching it on, until its screen or the app shows the serial.",
      looksFor: ["The same serial is shown", "No error or warning stands"],
    },
    {
      clip: "camera",
      film: "The live picture while you turn it to something near and to something far.",
      looksFor: ["The picture is sharp and without marks", "It holds still where it is held still"],
    },
    {
      clip: "motion",
      film: "Every button and joint once, then ten seconds of recording and its playback.",
      looksFor: ["Buttons and joints answer", "The recording plays with sound"],
    },
  ],
};

const all: readonly Checklist[] = [aircraft, handheld];

/** The list that a device is looked at by now. */
export function checklistFor(group: string): Checklist {
  return group === "aircraft" ? aircraft : handheld;
}

/** The list of this name; the newest general one for a name that is not kept any more. */
export function checklistNamed(name: string): Checklist {
  return all.find((list) => list.name === name) ?? handheld;
}

/** A clip of a list as pages and partners see it. */
export const ClipAskedShape = shape({
  clip: Type.Enum([...clipNames]),
  film: Type.String(),
  looksFor: Type.Array(Type.String()),
});
