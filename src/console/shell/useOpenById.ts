import { useNavigate } from "@tanstack/react-router";
import { moneyPagesOf } from "../money/moneyPages.ts";
import { useRole } from "../parts/useRole.ts";

const PLACES = {
  chg: ["charges", "/money/charges/$id"],
  rfd: ["refunds", "/money/refunds/$id"],
  hld: ["holds", "/money/holds/$id"],
  dsp: ["disputes", "/money/disputes/$id"],
} as const;

/** Opens a charge, refund, hold or dispute by its id; false when the text is none, or none of theirs. */
export function useOpenById(): (text: string) => boolean {
  const navigate = useNavigate();
  const { role } = useRole();
  return (text) => {
    const [verification] = /\bvrf_[0-9a-z]{26}_\d+\b/i.exec(text) ?? [];
    if (verification !== undefined) {
      void navigate({ to: "/verifications/$id", params: { id: verification.toLowerCase() } });
      return true;
    }
    const [id, prefix] = /\b(chg|rfd|hld|dsp)_[0-9a-z]{26}_\d+\b/i.exec(text) ?? [];
    const place = PLACES[prefix?.toLowerCase() as keyof typeof PLACES];
    if (id === undefined || !moneyPagesOf(role).includes(place[0])) {
      return false;
    }
    void navigate({ to: place[1], params: { id: id.toLowerCase() } });
    return true;
  };
}
