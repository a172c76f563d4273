/** The screens on which the books are compared with the world outside, in the order they stand in. */
export const reconcilePages = {
  differences: "/money/reconciliation/differences",
  reports: "/money/reconciliation/reports",
  nights: "/money/reconciliation/nights",
  ties: "/money/reconciliation/ties",
  tariffs: "/money/reconciliation/tariffs",
} as const;
export type ReconcilePage = keyof typeof reconcilePages;
