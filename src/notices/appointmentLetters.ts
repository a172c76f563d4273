import type { Asker } from "../catalogue/index.ts";
import { type AppointmentView, appointmentByNo, appointmentView, centreOf } from "../service/index.ts";
import { calendarFile } from "./calendarFile.ts";
import { aboutCase, type CaseLetter } from "./claimLetters.ts";
import { momentIn } from "./formatDay.ts";
import type { Letter } from "./letter.ts";
import type { Mailing } from "./mailing.ts";
import { senderOf } from "./senderOf.ts";
import {
  type AppointmentFacts,
  appointmentBooked,
  appointmentCancelled,
  appointmentMissed,
  appointmentMoved,
  appointmentTomorrow,
} from "./templates/appointmentLetters.ts";
import { addressLine } from "./templates/claimOpened.ts";

type Body = Readonly<Record<string, unknown>>;

/** A letter about an appointment, while it stands as the letter says. */
function aboutVisit(
  template: (facts: AppointmentFacts) => Letter,
  isTold: (visit: AppointmentView, body: Body) => boolean,
): CaseLetter {
  return async (db, deviceId, body) => {
    const visit = await visitOf(db, deviceId, Number(body.appointmentNo));
    if (visit === undefined || !isTold(visit.view, body)) {
      return undefined;
    }
    const { view, where } = visit;
    const { zone } = view.centre;
    const write = aboutCase(({ claim, facts }) => ({
      ...template({
        ...facts,
        where,
        isSent: claim.channel !== "swift",
        when: momentIn(Temporal.Instant.from(view.startsAt), zone),
        changeUntil:
          view.changeUntil === undefined
            ? undefined
            : momentIn(Temporal.Instant.from(view.changeUntil), zone),
      }),
      files: [fileOf(db, view, facts)],
    }));
    return await write(db, deviceId, body);
  };
}

function fileOf(
  db: Asker,
  appointment: AppointmentView,
  { device, caseUrl }: { readonly device: string; readonly caseUrl: string },
): NonNullable<Letter["files"]>[number] {
  const organiser = senderOf(db.platform.config);
  const at = db.platform.clock.now();
  const text = calendarFile({ appointment, device, caseUrl, organiser, at });
  const method = /^METHOD:(\w+)/m.exec(text)?.[1] ?? "REQUEST";
  return {
    filename: "appointment.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: Buffer.from(text),
  };
}

async function visitOf(
  db: Asker,
  deviceId: string,
  no: number,
): Promise<{ readonly view: AppointmentView; readonly where: string } | undefined> {
  const appointment = await appointmentByNo(db, deviceId, no);
  const centre = appointment && (await centreOf(db, appointment.centreId));
  if (appointment === undefined || centre === undefined) {
    return undefined;
  }
  const { name, country, address } = centre;
  const street = [address.line1, address.line2].filter((each) => each !== undefined).join(", ");
  const town = `${address.postcode} ${address.city}`;
  return {
    view: appointmentView(appointment, centre),
    where: addressLine({ name, country, street, town }) ?? name,
  };
}

const isToCome = ({ state }: AppointmentView): boolean => state === "booked";
/** A later move has a letter of its own. */
const isNewest = ({ state, sequence }: AppointmentView, body: Body): boolean =>
  state === "booked" && sequence === body.sequence;
/** What was only held was never told, so it is not taken back. */
const wasTold = (_: AppointmentView, { was }: Body): boolean => was === "booked";

export const appointmentMailings: readonly Mailing[] = [
  {
    on: "AppointmentBooked",
    template: "appointmentBooked",
    address: aboutVisit(appointmentBooked, isToCome),
  },
  { on: "AppointmentMoved", template: "appointmentMoved", address: aboutVisit(appointmentMoved, isNewest) },
  {
    on: "AppointmentCancelled",
    template: "appointmentCancelled",
    address: aboutVisit(appointmentCancelled, wasTold),
  },
  {
    on: "AppointmentMissed",
    template: "appointmentMissed",
    address: aboutVisit(appointmentMissed, () => true),
  },
  {
    on: "AppointmentReminded",
    template: "appointmentTomorrow",
    address: aboutVisit(appointmentTomorrow, isToCome),
  },
];
