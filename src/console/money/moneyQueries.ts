import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CallOptions, CommandOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

function reading<Question, Reply>(
  name: string,
  ask: (question: Question, options: CallOptions) => Promise<Reply>,
) {
  return (question: Question) =>
    queryOptions({
      queryKey: ["money", name, question],
      queryFn: ({ signal }) => ask(question, { signal }),
      placeholderData: keepPreviousData,
    });
}

/** One thing: another one is never shown in its place. */
function one<Question, Reply>(
  name: string,
  ask: (question: Question, options: CallOptions) => Promise<Reply>,
) {
  return (question: Question) =>
    queryOptions({
      queryKey: ["money", name, question],
      queryFn: ({ signal }) => ask(question, { signal }),
      staleTime: 0,
    });
}

/** Everything the money screens read. */
export const moneyQueries = {
  charges: reading("charges", client.listCharges),
  charge: one("charge", client.showCharge),
  refunds: reading("refunds", client.listRefunds),
  refund: one("refund", client.showRefund),
  holds: reading("holds", client.listHolds),
  hold: one("hold", client.showHold),
  disputes: reading("disputes", client.listDisputes),
  dispute: one("dispute", client.showDispute),
  credits: reading("credits", client.listCredits),
  balances: reading("balances", client.listBalances),
  receivables: reading("receivables", client.listReceivables),
  issued: reading("issued", client.listInvoices),
  accounts: reading("accounts", client.listAccounts),
  accountPostings: reading("account-postings", client.listAccountPostings),
  postings: reading("postings", client.listPostings),
  reports: reading("reports", client.listReports),
  reportLines: reading("report-lines", client.listReportLines),
  tariffs: reading("tariffs", client.listTariffs),
  nights: reading("nights", client.listReconciliations),
  differences: reading("differences", client.listDifferences),
  difference: one("difference", client.showDifference),
  ties: reading("ties", client.listTies),
  sales: reading("sales", client.listSales),
  earnings: reading("earnings", client.showEarnings),
  curves: reading("curves", client.listEarningCurves),
  transfers: reading("transfers", client.listTransfers),
  contract: one("contract", client.showContract),
  renewals: one("renewals", client.showRenewals),
};

/** Reads again whatever of it is on the screen: money moved. */
export async function readMoneyAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["money"] });
}

/** A dry run of ending a contract. */
export function dryCancel(command: CommandOf<"cancelContract">) {
  return queryOptions({
    queryKey: ["money", "dry-cancel", command],
    queryFn: ({ signal }) => client.cancelContract(command, { dryRun: true, signal }),
  });
}
