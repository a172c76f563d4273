import { formatDay } from "../format/formatDate.ts";
import { FactList, Money, Section } from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import type { ResellerPage } from "./resellerQueries.ts";

/** What a reseller agreed to. */
export function ContractFacts({ of: reseller }: { readonly of: ResellerPage }) {
  const { deliveryHours: hours, invoiceDays, endsOn } = reseller;
  return (
    <FactList
      facts={[
        [words.email, reseller.email],
        [words.country, reseller.country],
        [words.vatId, reseller.vatId],
        [words.registeredAs, registeredAs(reseller)],
        [words.group, reseller.customerGroup],
        [words.regions, reseller.regions.join(", ")],
        [words.credit, <Money key="credit" of={reseller.credit} />],
        [words.invoiceDays, invoiceDays],
        [
          words.hours,
          hours === null
            ? words.hoursAny
            : words.hoursText(hours.days.join(", "), hours.fromHour, hours.toHour, hours.timeZone),
        ],
        [words.beginsOn, formatDay(reseller.beginsOn)],
        [words.endsOn, endsOn === null ? words.noEnd : formatDay(endsOn)],
      ]}
    />
  );
}

/** What the register calls the number's holder; said when the contract has another name. */
function registeredAs({ registered }: ResellerPage): string | null {
  if (registered === null) {
    return null;
  }
  return registered.isSame ? registered.name : words.registeredOther(registered.name);
}

/** What a reseller has with us, and how it puts more there. */
export function AccountFacts({ of: { account } }: { readonly of: Pick<ResellerPage, "account"> }) {
  return (
    <Section title={words.account} note={words.topUp}>
      <FactList
        facts={[
          [words.balance, <Money key="balance" of={account.balance} />],
          [words.invoiced, <Money key="invoiced" of={account.invoiced} />],
          [
            words.available,
            <b key="available">
              <Money of={account.available} />
            </b>,
          ],
          [words.reference, <code key="reference">{account.reference}</code>],
          [words.iban, account.iban === null ? null : `${account.iban} (${account.holder})`],
        ]}
      />
    </Section>
  );
}
