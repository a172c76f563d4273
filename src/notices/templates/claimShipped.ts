import type { PlanMoves } from "../../terms/index.ts";
import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What the notice of a parcel is made from. */
export interface ClaimShippedFacts extends CaseFacts {
  readonly carrier: string;
  readonly tracking: string;
  /** The serial that was swapped out, when another unit is on its way. */
  readonly oldSerial: string | undefined;
  readonly closesOn: string | undefined;
  /** When the plan moves to the other unit, where it has not yet. */
  readonly planMoves?: PlanMoves | undefined;
  /** Of an advance exchange: the last day for the old device, and where it goes. */
  readonly back?: { readonly by: string; readonly to: string | undefined } | undefined;
}

/** The device, or the one that takes its place, is on its way. */
export function claimShipped(facts: ClaimShippedFacts): Letter {
  const { device, serial, oldSerial, back } = facts;
  const closesOn = back === undefined ? facts.closesOn : undefined;
  const sentence =
    oldSerial === undefined
      ? `Your ${device} is on its way back to you.`
      : `Another ${device} is on its way. Its serial is ${serial}; it takes the place of ${oldSerial}.`;
  const plan = { say: planMoved(facts.planMoves) };
  return {
    subject: oldSerial === undefined ? `${device} is on its way back` : `Your new ${device} is on its way`,
    parts: [
      { say: sentence },
      ...(oldSerial === undefined ? [] : [plan]),
      {
        facts: [
          ["Carrier", facts.carrier],
          ["Tracking number", facts.tracking],
        ],
      },
      ...(closesOn === undefined
        ? []
        : [{ say: `Tell us on the case page if it has not come. The case closes on ${closesOn}.` }]),
      ...(back === undefined ? [] : sendBack(back)),
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** It was handed over at the counter. */
export function claimHandedOver(facts: ClaimShippedFacts): Letter {
  const { device, serial, oldSerial } = facts;
  return {
    subject: oldSerial === undefined ? `You have your ${device} back` : `You have your new ${device}`,
    parts:
      oldSerial === undefined
        ? [{ say: `We gave you your ${device} at the counter, and your case is closed.` }, ...rest(facts)]
        : [
            {
              say:
                `We gave you another ${device} at the counter. Its serial is ${serial}; it takes the place ` +
                `of ${oldSerial}. Your case is closed.`,
            },
            { say: "Your plan has moved to the new serial by itself, with the dates it had." },
            ...rest(facts),
          ],
  };
}

function planMoved(moves: PlanMoves | undefined): string {
  switch (moves) {
    case "delivery":
      return "Your plan moves to the new serial by itself when it has arrived, with the dates it has.";
    case "return":
      return "Your plan moves to the new serial by itself, with its dates, when your old device is back.";
    default:
      return "Your plan has moved to the new serial by itself, with the dates it had.";
  }
}

const rest = (facts: ClaimShippedFacts): Letter["parts"] => [
  { button: "Open your case", url: facts.caseUrl },
  { facts: caseRows(facts) },
];

function sendBack({ by, to }: NonNullable<ClaimShippedFacts["back"]>): Letter["parts"] {
  return [
    { say: `Now send us your old device with all its parts. It must be with us by the end of ${by}.` },
    ...(to === undefined ? [] : [{ facts: [["Send it to", to]] as const }]),
  ];
}
