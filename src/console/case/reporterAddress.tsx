import type { ClaimPage } from "../../client/index.ts";
import { countryName } from "../format/countryName.ts";
import { en } from "../words/en.ts";

type PostalAddress = Partial<Record<"line1" | "line2" | "postcode" | "city", string>>;

/** Whom and where it goes back to. */
export function ReporterAddress({ reporter }: { readonly reporter: ClaimPage["reporter"] }) {
  if (reporter === undefined || reporter.address === null || reporter.address === undefined) {
    return (
      <>
        <p className="muted">{en.cases.noAddress}</p>
        <Mail email={reporter?.email} />
      </>
    );
  }
  const { line1, line2, postcode, city } = reporter.address as PostalAddress;
  const lines = [
    reporter.name,
    line1,
    line2,
    [postcode, city].filter(Boolean).join(" "),
    countryName(reporter.country ?? ""),
  ];
  return (
    <address>
      {lines
        .filter((line) => line !== undefined && line !== null && line !== "")
        .map((line) => (
          <span key={line}>{line}</span>
        ))}
      <Mail email={reporter.email} />
    </address>
  );
}

function Mail({ email }: { readonly email: string | undefined }) {
  return email === undefined ? null : <a href={`mailto:${email}`}>{email}</a>;
}
