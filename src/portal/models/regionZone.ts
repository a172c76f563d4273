const zones: Readonly<Record<string, string>> = {
  US: "America/New_York",
  CA: "America/Toronto",
  EU: "Europe/Berlin",
  UK: "Europe/London",
  CH: "Europe/Zurich",
  NO: "Europe/Oslo",
  AU: "Australia/Sydney",
  HK: "Asia/Hong_Kong",
  TW: "Asia/Taipei",
  JP: "Asia/Tokyo",
  KR: "Asia/Seoul",
  CN: "Asia/Shanghai",
  NZ: "Pacific/Auckland",
};

/**
 * The clock most people in a region read when they tell us an hour. Deadlines are the terms' business,
 * not this.
 */
export function regionZone(region: string): string {
  return zones[region] ?? "UTC";
}
