/** First answers beside those of the plan and the warranty. */
export const answers = {
  statutory: "The law looks to be on your side",
  statutorySays: "The law has it put right for you. It is not taken from your plan.",
  goodwill: "We would put this right for you",
  goodwillSays: "Neither the plan nor the law asks it of us. It is not taken from your plan.",
  gone: "We look at the record of your flight",
  goneSays:
    "There is nothing to send. If the app did not keep the record of the flight, add the file to your case.",
} as const;
