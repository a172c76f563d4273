import { priceChanged } from "../contracts/index.ts";
import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  quantity_not_sold: {
    says: "This quantity is not sold.",
    next: "Order one of the nearest quantities instead.",
  },
  product_not_sold: {
    says: "This product is not sold.",
    next: "Take it out of the cart, or look for one like it.",
  },
  stock_short: {
    says: "There are not so many of this product.",
    next: "Order fewer, or ask again later.",
  },
  price_changed: priceChanged,
  no_right_to_withdraw: {
    says: "There is nothing here from which you can withdraw now.",
    next: "The time may be over, or a business bought it. A plan or a code may still pay something back.",
  },
  withdrawal_told: {
    says: "You have withdrawn from this already, and we have it.",
    next: "Look at the order: it says when, and what became of it.",
  },
  withdrawal_answered: {
    says: "This withdrawal has been answered.",
    next: "Read the answer in the list of withdrawals.",
  },
  information_changed: {
    says: "What buyers are told before paying has changed since you read it.",
    next: "Ask for the cart's price again, read what it says now, and order with its digest.",
  },
  no_delivery_there: {
    says: "Goods are not delivered to this country.",
    next: "Choose an address in a country that we deliver to; codes come by mail everywhere they are sold.",
  },
  order_too_heavy: {
    says: "These goods are too heavy to be delivered together.",
    next: "Place several smaller orders.",
  },
  delivery_not_offered: {
    says: "This order cannot be delivered so.",
    next: "Choose another way of delivery.",
  },
  region_not_agreed: {
    says: "Your contract does not let you sell plans in this region.",
    next: "Ask us to add the region to your contract.",
  },
  renewal_is_no_code: {
    says: "This product prolongs a running contract; it is not sold as a code.",
    next: "Open the contract and renew it there.",
  },
  programmes_mixed: {
    says: "These products belong to different programmes.",
    next: "Place one order for each programme.",
  },
  country_not_served: {
    says: "The programme does not serve this country.",
    next: "A device and its plan must come from a country the programme serves.",
  },
  offer_refused: {
    says: "The terms do not allow this plan to be sold there.",
    next: "The receipt names the clauses that speak against it.",
  },
  price_missing: {
    says: "There is no price for these products together in this region.",
    next: "Order them one by one, or ask us for an offer.",
  },
  order_not_open: {
    says: "This order cannot be paid any more.",
    next: "Look at the order: its state says what became of it.",
  },
  order_handed_over: {
    says: "This order cannot be cancelled any more: what could be was handed over, or is cancelled already.",
    next: "Give back what came: codes on the page of the order, goods by telling us that you withdraw.",
  },
  codes_not_ready: {
    says: "There are no codes yet: the order is not paid.",
    next: "Pay the order. Its codes are mailed and shown here as soon as the money has arrived.",
  },
  order_without_codes: {
    says: "This order has no codes: it is of goods alone.",
    next: "Look at the order: it says when its goods come.",
  },
  codes_sold_out: {
    says: "There are not so many codes of this plan left.",
    next: "Order fewer, or ask us when there will be more.",
  },
  code_not_sold: {
    says: "This code cannot be issued anew: it is not in a buyer's hands, or not unused.",
    next: "Look at the order: it says what became of the code, and which one stands for it now.",
  },
  nothing_to_send: {
    says: "There is no unused code here that could be sent again.",
    next: "A used code is the contract it became; one that was issued anew is sent by its new name.",
  },
  parcel_not_booked: {
    says: "No carrier has taken this parcel on yet.",
    next: "Wait until it is booked; where its carrier said no, mend the reason and book it again.",
  },
  parcel_left: {
    says: "This parcel was handed over before.",
    next: "Look at the parcel: its state says where it is.",
  },
  parcel_cancelled: {
    says: "This parcel is not to be sent: its buyer did not wait.",
    next: "Put what is in it back on the shelf.",
  },
  parcel_booked: {
    says: "A carrier has taken this parcel on already.",
    next: "Print its label and hand it over.",
  },
  parcel_being_booked: {
    says: "A carrier is being asked about this parcel right now.",
    next: "Look again in a minute.",
  },
  parcel_not_lost: {
    says: "This parcel is not lost, and has not come back.",
    next: "Look at the parcel: its state says where it is.",
  },
  payment_of_order_disputed: {
    says: "The bank of who paid has taken the payment back for now: what it was for does not leave.",
    next: "Keep the parcel here: it may leave when the dispute is won, and is cancelled when it is lost.",
  },
  parcel_given_up: {
    says: "No carrier has kept this parcel against our word.",
    next: "Look at the parcel: its state says where it is.",
  },
  parcel_settled: {
    says: "What was in this parcel was seen to before.",
    next: "Look at the order: it was sent again, or is paid back.",
  },
  supplier_order_not_sent: {
    says: "This order has not been sent to its supplier.",
    next: "It is sent at the cut-off of its day.",
  },
  supplier_order_over: {
    says: "This order of a supplier is over.",
    next: "Its goods are here, or nobody waits for them any more.",
  },
  holiday_unknown: {
    says: "This day is no holiday there.",
    next: "Look at the holidays of the country.",
  },
  nothing_is_late: {
    says: "Nothing of this order is late.",
    next: "The order says by which day it comes.",
  },
  goods_cancelled: {
    says: "What was late of this order is cancelled.",
    next: "Its money is on its way back; order it again if you still want it.",
  },
  goods_have_left: {
    says: "These goods are on their way: they left before they were cancelled.",
    next: "Send them back when they have come, if you do not want them any more.",
  },
  code_not_of_order: {
    says: "A code you named is not one of this order.",
    next: "Compare the last four characters with the order, which lists them.",
  },
  code_has_contract: {
    says: "This code is used: it became a contract.",
    next: "Give the contract up instead.",
  },
  nothing_to_return: {
    says: "There is no unused code here that could be given back.",
    next: "A used code is given up as the contract it became; what was given back is on its way already.",
  },
  codes_disputed: {
    says: "The payment of these codes is disputed: their bank is looking at it.",
    next: "Wait until the dispute has ended. Won, the codes are good again and can be given back.",
  },
  code_without_sale: {
    says: "Nothing was paid to us for this code.",
    next: "Give it back where it was bought: who sold it pays you back.",
  },
  return_refused: {
    says: "Neither the terms nor the law pay back this code.",
    next: "The receipt names what speaks against it. The code stays good: it can be used.",
  },
  return_undecided: {
    says: "It cannot be decided yet what this code pays back: a fact it rests on is not known.",
    next: "Write to us, with what the receipt names under needs.",
  },
  shop_connected: {
    says: "This shop is connected already.",
    next: "Change it where it stands in the list of shops.",
  },
  message_does_not_wait: {
    says: "This message does not wait for anybody.",
    next: "Look at what became of it: only one that waits is worked again by hand.",
  },
  reseller_suspended: {
    says: "The contract of this reseller is suspended.",
    next: "What was bought stays open to you. Ask whoever keeps your contract.",
  },
  reseller_contract_begins: {
    says: "The contract of this reseller has not begun.",
    next: "Order from its first day on.",
  },
  reseller_contract_ended: {
    says: "The contract of this reseller has ended.",
    next: "What was bought stays open to you. Ask for a new contract.",
  },
  reseller_contract_runs: {
    says: "The contract of this reseller has not ended.",
    next: "End the contract first: what is left on its balance can be paid out then.",
  },
  reseller_balance_empty: {
    says: "Nothing is left on the balance of this reseller.",
    next: "Look at its statement: what was paid out stands there.",
  },
  reseller_not_settled: {
    says: "Something of this reseller is still open.",
    next: "See to its invoices, orders and disputes first: what is left then can be paid out.",
  },
  reseller_not_active: {
    says: "This reseller's contract does not run.",
    next: "Look at its state: it is suspended or ended already.",
  },
  reseller_not_suspended: {
    says: "This reseller is not suspended.",
    next: "Look at its state: it may order, or its contract has ended.",
  },
  changed_meanwhile: {
    says: "Somebody has changed this since you read it.",
    next: "Read it again, and make your change to what it is now.",
  },
  credit_in_use: {
    says: "More of the credit is used than this would leave.",
    next: "Wait until the balance is topped up, or suspend the reseller.",
  },
  last_keeper: {
    says: "This is the last one who keeps the team.",
    next: "Make somebody else a keeper first.",
  },
  member_elsewhere: {
    says: "This address has a role elsewhere already.",
    next: "Use another address of theirs.",
  },
  no_codes_to_file: {
    says: "This order has no unused codes that could be put into a file.",
    next: "Pay it first. Codes that are used are their owners', and one that was given back is of no use.",
  },
  code_not_sold_here: {
    says: "This is no code that you sold.",
    next: "Compare it letter by letter. A code of another shop is activated there, or by its owner.",
  },
});
