import type { Money, Page } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

type Cause =
  | "collision"
  | "drop"
  | "water"
  | "user-error"
  | "signal-interference"
  | "wear"
  | "screen"
  | "deformation"
  | "flyaway"
  | "defect"
  | "battery";
export type Part =
  | "aircraft"
  | "gimbal"
  | "camera"
  | "propellers"
  | "battery"
  | "grip"
  | "controller"
  | "other";
export type Loss = "none" | "partial" | "total";
export type ClaimState =
  | "reported"
  | "received"
  | "inspected"
  | "chosen"
  | "paid"
  | "replaced"
  | "shipped"
  | "closed"
  | "cancelled";
export type Channel = "online" | "quick" | "swift";
export type Route = "warranty" | "plan" | "paid" | "return";

export interface Incident {
  at: string;
  cause: Cause;
  country?: string;
  parts?: Part[];
  lost?: Loss;
  stolen?: boolean;
  abandoned?: boolean;
}
export interface Findings {
  cause?: Cause;
  parts?: Part[];
  lost?: Loss;
  intentional?: boolean;
  cosmeticOnly?: boolean;
  forceMajeure?: boolean;
  unauthorisedParts?: boolean;
  unauthorisedRepair?: boolean;
  unsuitableConditions?: boolean;
  modified?: boolean;
  warrantyEndsAt?: string;
}
export interface Choice {
  route: Route;
  fee: Money;
  workingDays: number;
  uses?: { benefit: string; nth: number; left: number };
  unit: "replacement" | "repaired" | "unrepaired";
  warranty: "goes_on" | "none";
  clauses: string[];
}
export interface Claim {
  id: string;
  deviceId: string;
  contractId?: string;
  serial: string;
  state: ClaimState;
  channel: Channel;
  wants: "replacement" | "repair";
  region: string;
  currency: string;
  incident: Incident;
  findings?: Findings;
  returnedParts?: Part[];
  receipt: Receipt;
  choices?: Choice[];
  route?: Route;
  fee?: Money;
  chargeId?: string;
  next: {
    who: "owner" | "centre" | "carrier" | "nobody";
    what: "send" | "send_rest" | "inspect" | "choose" | "pay" | "replace" | "ship" | "arrive" | "none";
    by?: string;
  };
  openedAt: string;
  closedAt?: string;
}
export type ClaimRow = Claim & { model?: string };
export type ClaimPage = Page<ClaimRow> & { counts: Partial<Record<ClaimState, number>> };
export interface TimelineEntry {
  type: string;
  at: string;
  actor: string;
  body?: Record<string, unknown>;
}
export interface Unit {
  serial: string;
  from?: string;
  to?: string;
}
export interface ClaimDetail {
  claim: Claim;
  device: { model: string; name: string; series: string; units: Unit[] };
  contract?: Contract;
  timeline: TimelineEntry[];
  expectedParts: Part[];
  intakes: { serial: string; parts: Part[]; condition: string; at: string; actor: string }[];
  inspections: { findings: Findings; receipt: Receipt; at: string; actor: string }[];
  swap?: { oldSerial: string; newSerial: string; at: string; actor: string };
  shipments: {
    serial: string;
    carrier: string;
    tracking: string;
    state: string;
    at: string;
    actor: string;
  }[];
  reporter?: { name: string; country?: string; address?: Record<string, string> };
}
export interface Benefit {
  benefit: string;
  granted: number;
  used: number;
  reserved: number;
  left: number;
}
export interface Contract {
  id: string;
  deviceId: string;
  serial: string;
  product: string;
  programme: string;
  termsVersion: string;
  region: string;
  zone: string;
  currency: string;
  state: "scheduled" | "active" | "expired" | "exhausted" | "cancelled";
  startsAt: string;
  endsAt: string;
  lastDay: string;
  benefits: Benefit[];
  renews?: string;
  concludedAt: string;
}
export interface Order {
  id: string;
  state: "placed" | "paid" | "delivered" | "cancelled";
  lines: { sku: string; quantity: number; unitNet: Money; unitGross: Money }[];
  net: Money;
  gross: Money;
  promisedOn: string;
  placedAt: string;
}
