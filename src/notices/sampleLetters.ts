import type { Letter } from "./letter.ts";
import { alarmsTold } from "./templates/alarmsTold.ts";
import { choiceNeeded } from "./templates/choiceNeeded.ts";
import { claimOpened, claimRerouted } from "./templates/claimOpened.ts";
import { claimShipped } from "./templates/claimShipped.ts";
import { feeReceived } from "./templates/feeReceived.ts";
import { messageReceived } from "./templates/messageReceived.ts";

const aCase = {
  claimId: "clm_0123456789abcdefghjkmnpqrs_1",
  device: "Osmo Action 4",
  serial: "AC4X0001",
  caseUrl: "https://care.example.com/open/sample",
};
const report = { ...aCase, outcome: "plan", fee: "119.00 PLN", sendTo: "Repairs, 4 Mill Lane" };

/** Letters as they may look, for previews. Those of which there is none are previewed with a real case. */
export const samples: Readonly<Record<string, Letter>> = {
  claimOpened: claimOpened(report),
  claimRerouted: claimRerouted({ ...report, isBrought: true }),
  choiceNeeded: choiceNeeded({
    ...aCase,
    choices: [{ route: "plan", fee: "119.00 PLN" }],
    chooseBy: "Friday 2 October 2026",
  }),
  feeReceived: feeReceived({ ...aCase, fee: "119.00 PLN", route: "plan" }),
  claimShipped: claimShipped({
    ...aCase,
    ...{ carrier: "DHL", tracking: "JD0001", oldSerial: undefined, closesOn: "Friday 2 October 2026" },
  }),
  alarmsTold: alarmsTold({
    alarms: [
      {
        ...{ id: aCase.claimId, device: aCase.device, serial: aCase.serial, what: "first_look" },
        ...{ at: "Friday 2 October 2026, 14:05 (Europe/Berlin)", isOver: true, centre: "Harbour Repairs" },
        ...{ next: "inspect", url: "https://care.example.com/console/cases/sample" },
      },
    ],
    addressee: "desk",
    centre: "Harbour Repairs",
    listUrl: "https://care.example.com/console/inbox/promises",
  }),
  messageReceived: messageReceived({ ...aCase, text: "Your device arrived. We look at it tomorrow." }),
};
