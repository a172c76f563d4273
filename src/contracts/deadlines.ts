import type { Module } from "../platform/index.ts";
import { batchDeadlines } from "./batches/index.ts";
import { beginYear } from "./beginYear.ts";
import { endContract } from "./endContract.ts";
import { invitationDeadlines } from "./invitations/index.ts";
import { lapseTransfer } from "./lapseTransfer.ts";
import { remindOfRenewal } from "./remindOfRenewal.ts";
import { renewByConsent } from "./renewByConsent.ts";

/** What falls due on a contract. */
export const deadlines: NonNullable<Module["deadlines"]> = [
  beginYear,
  endContract,
  lapseTransfer,
  remindOfRenewal,
  renewByConsent,
  ...batchDeadlines,
  ...invitationDeadlines,
];
