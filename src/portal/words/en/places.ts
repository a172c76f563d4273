/** Regions of the plan and countries, as we name them. */
export const places = {
  choose: "Choose",
  regions: {
    US: "United States",
    CA: "Canada",
    EU: "European Union",
    UK: "United Kingdom",
    CH: "Switzerland",
    NO: "Norway",
    AU: "Australia",
    HK: "Hong Kong",
    TW: "Taiwan",
    JP: "Japan",
    KR: "South Korea",
    CN: "Mainland China",
    NZ: "New Zealand",
  } as Readonly<Record<string, string>>,
  parts: {
    aircraft: "Aircraft",
    gimbal: "Gimbal",
    camera: "Camera",
    propellers: "Propellers",
    battery: "Battery",
    grip: "Grip",
    controller: "Controller",
    other: "Other parts",
  } as Readonly<Record<string, string>>,
} as const;
