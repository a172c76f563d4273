/** Day and month names as we print them, and how a distance in time is said. */
export const dateNames = {
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  startOf: (day: string) => `start of ${day}`,
  endOf: (day: string) => `end of ${day}`,
  distance: (count: number, unit: "min" | "h" | "days") => {
    const length = Math.abs(count);
    const name = unit === "days" && length === 1 ? "day" : unit;
    return count < 0 ? `${length} ${name} ago` : `in ${length} ${name}`;
  },
} as const;
