import {
  IconArrowsExchange,
  IconCircleCheck,
  IconCircleX,
  IconClipboardCheck,
  IconCoins,
  IconHandFinger,
  IconMailForward,
  IconPackageImport,
  IconTruckDelivery,
} from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import type { ClaimState } from "../../client/index.ts";
import { en } from "../words/en.ts";

/** What a state means to whoever works here: done, waiting for somebody else, our turn, wrong, over. */
export type Tone = "ok" | "waiting" | "needs" | "problem" | "over";

type Icon = ComponentType<{ readonly size?: number; readonly "aria-hidden"?: boolean }>;

/** Word, icon and colour: nobody has to tell them apart by colour alone. */
export function Badge(props: { readonly tone: Tone; readonly icon?: Icon; readonly children: ReactNode }) {
  const { tone, icon: Icon, children } = props;
  return (
    <span className={`badge ${tone}`}>
      {Icon === undefined ? null : <Icon size={15} aria-hidden />}
      {children}
    </span>
  );
}

const LOOKS: Readonly<Record<ClaimState, readonly [Tone, Icon]>> = {
  reported: ["waiting", IconMailForward],
  received: ["needs", IconPackageImport],
  inspected: ["waiting", IconClipboardCheck],
  chosen: ["waiting", IconHandFinger],
  paid: ["needs", IconCoins],
  replaced: ["needs", IconArrowsExchange],
  shipped: ["waiting", IconTruckDelivery],
  closed: ["ok", IconCircleCheck],
  cancelled: ["over", IconCircleX],
};

/** The state of a claim. */
export function StateBadge({ state }: { readonly state: ClaimState }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {en.field.states[state]}
    </Badge>
  );
}
