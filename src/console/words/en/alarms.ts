/** What the console says of who is told of promises that run out. */
export const alarms = {
  title: "Who is told",
  note: "Letters leave once an hour, one to each address with all that ran out.",
  none: "Nothing has run out yet.",
  nobody: (count: number) =>
    count === 1 ? "One promise runs out and reaches nobody." : `${count} promises run out and reach nobody.`,
  name: "Name the desk and the lead of its centre",
  about: "About",
  kind: "What",
  kinds: {
    promise_near: "Promise is near",
    promise_broken: "Promise ran out",
    promise_escalated: "Ran out, half as long again",
    verification_late: "Late enrolment not looked at",
  },
  at: "Since",
  stateHead: "Told",
  states: {
    waiting: "with the next letters",
    gathered: "in a letter",
    needless: "not any more",
    unaddressed: "nobody is named",
    paused: "when the ball is back",
  },
  whys: {
    met: "it was done",
    owner_has_ball: "the owner has the ball",
    ended: "the case is over",
    answered: "it was looked at",
    before_letters: "before there were letters",
    nobody_named: "nobody is named",
  },
  letters: "Letters",
  addressees: { desk: "desk", lead: "lead", manager: "manager", office: "office" },
  letterStates: {
    waiting: "on its way",
    sent: "sent",
    needless: "not needed",
    undelivered: "could not be sent",
  },
  contacts: {
    title: "Who is told when a promise runs out",
    note:
      "The desk is told when a promise is near and when it ran out; the lead when it ran out and when it " +
      "took half as long again, as the managers are then. Where nobody is named, who stands above is told.",
    desk: "Desk: e-mail",
    deskName: "Desk: how letters greet",
    lead: "Lead: e-mail",
    leadName: "Lead: how letters greet",
    deskLanguage: "Desk: language of letters",
    leadLanguage: "Lead: language of letters",
    languageHint: "Where a letter has no wording in it, it goes out in English.",
    nobody: "Nobody is named: letters of this centre go to the managers.",
    save: "Save who is told",
    saved: "Who is told is saved.",
    readAgain: "Read what is there now",
  },
} as const;
