/** What a browser needs to fill in a person's name and e-mail address. */
export const personAttributes = {
  name: { autocomplete: "name", maxlength: 120 },
  email: { type: "email", autocomplete: "email", inputmode: "email", maxlength: 200 },
} as const;
