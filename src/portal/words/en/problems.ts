/** Pages for requests that went wrong: what it is, and what to do next. */
export const problems = {
  400: {
    title: "This request was cut off on its way",
    says: "Some of it did not arrive as it left. Nothing was changed.",
    next: "Go back, check your answers and send them again.",
  },
  401: {
    title: "Sign in to see this",
    says: "The page belongs to someone, and we do not know yet that it is you.",
    next: "Sign in with your e-mail. You come back here.",
  },
  403: {
    title: "This form is from another visit",
    says: "It was opened too long ago or in another place, so we did not use it. Nothing was changed.",
    next: "Open the page again and send the form once more.",
  },
  404: {
    title: "There is no such page",
    says: "The address may be mistyped, or what it shows belongs to another account.",
    next: "Start again, or sign in with the e-mail of the plan.",
  },
  409: {
    title: "Something changed in the meantime",
    says: "What you asked for does not fit the way things are now. Nothing was doubled.",
    next: "Open the page again to see how things stand.",
  },
  413: {
    title: "This file is too large",
    says: "A file sent this way has at most 15 MB. Nothing was changed.",
    next: "Choose a smaller one. With scripts on, photos are made smaller by themselves.",
  },
  429: {
    title: "Too many tries",
    says: "To keep codes and accounts safe we count tries.",
    next: "Wait a few minutes, then try again.",
  },
  500: {
    title: "Our mistake",
    says: "Something failed on our side. What was not finished was undone, nothing was charged twice.",
    next: "Try again in a minute. If it stays, tell us the number below.",
  },
  number: (requestId: string) => `Number ${requestId}`,
  start: "Go to the start",
  again: "Open the page again",
  signIn: "Sign in",
} as const;
