/** What owner and bench write to each other in a case. */
export const messages = {
  title: "Messages",
  none: "Nothing was written yet. Ask us anything about this case.",
  sides: { owner: "You", staff: "Us", system: "Our mailbox" },
  byMail: "by mail",
  unverified: "This mail did not come from your address.",
  withFiles: (count: number) => (count === 1 ? "1 photo or file" : `${count} photos or files`),
  older: "Show older messages",
  label: "Write to us",
  hint: (by: string | undefined) =>
    by === undefined
      ? "We answer here and by mail, on working days as a rule by the next one."
      : `Or answer any mail of ours about this case, or write to ${by}.`,
  send: "Send",
  sent: "Sent. We answer here and by mail.",
  empty: "Write what you want to say.",
  tooLong: "Write at most 8,000 characters.",
};
