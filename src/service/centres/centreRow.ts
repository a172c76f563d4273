import type { CentreGiven } from "./centre.ts";

/** The columns of a centre as statements take them, behind its id. */
export function centreRow(centre: CentreGiven): readonly unknown[] {
  const { hours, exceptions, benches, designations } = centre;
  return [
    ...[centre.name, centre.channels, JSON.stringify(centre.address), centre.country],
    ...[centre.place === undefined ? null : JSON.stringify(centre.place), centre.zone],
    ...[centre.regions, centre.models, centre.series],
    ...[hours, exceptions, benches, designations].map((value) => JSON.stringify(value)),
    ...[centre.slotMinutes, centre.noticeMinutes, centre.aheadDays],
  ];
}
