/** Packing the parcel of a case. */
export const pack = {
  title: "Pack it",
  follow: "Pack it step by step, with slip and label",
  before: "Before you pack",
  sendTitle: "What goes into the parcel",
  sendHint: "Tick what you have put in.",
  sendMissing: "Tick what is in the parcel",
  slip: "Print slip and label (PDF)",
  slipNote: "Put the slip into the parcel and the label on it. No printer: write the case number on both.",
  card: "Keep our address (vCard)",
  carrier: "Carrier, if you like",
  tracking: "Number of the parcel, if it has one",
  sent: "I sent it",
  sentNote: "You may still cancel until the bench has scanned it.",
  sentOn: (day: string, parts: string) => `${day}: ${parts}`,
  sentTitle: "On its way, as you told us",
  nothing: "Nothing is to be sent for this case now.",
} as const;
