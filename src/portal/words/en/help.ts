/** The help page. */
export const help = {
  title: "Help",
  devicesNote: "Cover, fees and cases of what is yours.",
  sections: [
    {
      id: "exchange",
      title: "The code is for another device or region",
      says: [
        "A code works for the models and the region it was sold for.",
        "If it has not been used, the shop that sold it can take it back or exchange it. Have the order at hand.",
      ],
    },
    {
      id: "video",
      title: "Too late for an aircraft",
      says: [
        "An aircraft can be looked at by video. Film it switched on, turned all the way round, and its serial number.",
        "Ask for it on the page Video check. If the video is accepted you get a mail, and it says until when you may buy.",
      ],
    },
    {
      id: "repair",
      title: "Repair without a plan",
      says: [
        "Every device can be repaired at its repair price. You see the price before anything is done.",
        "Write to us with the serial number and what happened.",
      ],
    },
  ],
  writeTitle: "Write to us",
  writeSays: "A person reads it. Give the serial number or the case number:",
} as const;
