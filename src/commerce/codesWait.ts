/** On an order: its reseller opens, and gets the codes it has paid for. An order has one. */
export const CODES_WAIT = "codes_wait";
