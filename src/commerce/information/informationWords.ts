/** What buyers are told before they pay, in English. */
export const informationWords = {
  seller: "Who sells",
  what: "What you buy",
  price: "What you pay",
  delivery: "When it comes",
  withdrawal: "Changing your mind",
  rights: "Your rights by law",
  sellerUnknown: (brand: string) => `${brand}.`,
  vatId: (id: string) => `VAT number ${id}.`,
  contact: (at: string) => `Write or call: ${at}.`,
  line: (quantity: number, name: string, each: string, sum: string) =>
    quantity === 1 ? `${name}: ${sum}.` : `${quantity} × ${name}, ${each} each: ${sum}.`,
  length: (length: string) => `It runs for ${length} from its activation.`,
  replacements: (count: number) =>
    count === 1 ? "It grants one replacement." : `It grants ${count} replacements.`,
  fee: (nth: number, fee: string) => `Replacement ${nth}: ${fee}.`,
  fees: "Each replacement has a fee, which you pay when you use it:",
  notCovered: "Not covered:",
  terms: (title: string, version: string) => `The terms are: ${title}, version ${version}.`,
  code: "You get a code. The plan begins when the code is activated for a device that the terms allow.",
  deliveries: {
    email: (day: string) => `Codes come by e-mail, at no charge, by ${day}.`,
    home: (day: string, price: string) => `It is brought to your address by ${day}. Delivery: ${price}.`,
    pickup: (day: string, price: string) => `It waits at the pickup point by ${day}. Delivery: ${price}.`,
  },
  net: (sum: string) => `Without tax: ${sum}.`,
  tax: (name: string, sum: string) => `${name}: ${sum}.`,
  total: (sum: string) => `To pay in all: ${sum}. Nothing is added to it.`,
  reverseCharge:
    "You buy as a business of another member state, with a VAT number that its register confirmed: " +
    "you account for the VAT yourself (reverse charge).",
  goods:
    "You may give goods back without a reason within fourteen days of the day they came to you, and pay " +
    "only for sending them back.",
  business: "You buy as a business: the right of consumers to withdraw does not hold.",
  noRight: "The law of your country that we know of gives no right to withdraw from this purchase.",
  button:
    "To withdraw, use “Withdraw from contract here” on the page of your order; we confirm it by " +
    "e-mail, with the day and the hour. You may also write in your own words, or with this form: " +
    "“I withdraw from " +
    "my contract for …, ordered on …, my name, my address, the date.”",
  conformity:
    "Goods and plans must be what was promised: the law gives you rights against us if they are not.",
} as const;
