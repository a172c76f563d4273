import assert from "node:assert/strict";
import { newId, type Queryable, type Tx } from "../platform/index.ts";
import { demandEmail } from "./email.ts";
import {
  insertPerson,
  insertPersonElsewhere,
  type PersonRow,
  selectPerson,
  selectPersonIds,
  selectPersons,
} from "./store.ts";

/** A postal address as its owner wrote it. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string;
  /** Empty where the country has none. */
  readonly postcode: string;
  readonly city: string;
  /** State or province, where addresses of the country have one. */
  readonly state?: string;
}

/** Who somebody is. The only home of personal data: everything else holds the id. */
export type Person = PersonRow;

/** What is known of somebody when they are first written down. */
export interface NewPerson {
  /** Made beforehand by who wants to send what refers to it in the same round trip. */
  readonly personId?: string;
  readonly name: string;
  readonly email: string;
  /** ISO 3166-1, two letters. */
  readonly country?: string | undefined;
  readonly address?: PostalAddress | undefined;
  /** BCP 47; English unless said. */
  readonly locale?: string | undefined;
  /** The business they buy for. */
  readonly company?: string | undefined;
}

/**
 * Writes a person down and makes them findable by address, in one statement. Errors: Problem 400 for the
 * e-mail.
 */
export async function createPerson(tx: Tx, person: NewPerson): Promise<string> {
  const personId = person.personId ?? newId(tx.at);
  await insertPerson(
    tx,
    personId,
    person.name.normalize("NFC").trim(),
    demandEmail(person.email),
    person.country ?? null,
    person.address === undefined ? null : JSON.stringify(person.address),
    person.locale ?? "en",
    tx.at,
    person.company?.normalize("NFC").trim() ?? null,
  );
  return personId;
}

/** Somebody written down anew: by which id, and when that is done. */
export interface PersonAnew {
  readonly personId: string;
  readonly isWritten: Promise<void>;
}

/**
 * Writes somebody down anew at another address, in one statement: who was sent something to the old one was
 * sent it there. The id is known before it is written, so that what names it can be sent along.
 */
export function createPersonElsewhere(
  tx: Tx,
  personId: string,
  { country, address }: { readonly country: string; readonly address: PostalAddress },
): PersonAnew {
  const anew = newId(tx.at);
  const written = insertPersonElsewhere(tx, anew, personId, country, JSON.stringify(address), tx.at);
  const isWritten = written.then((rows) => {
    assert(rows === 1, `the person ${personId} is written down`);
  });
  return { personId: anew, isWritten };
}

/** One person, or undefined. */
export async function personOf(db: Queryable, personId: string): Promise<Person | undefined> {
  return await selectPerson(db, personId);
}

/** The persons with these ids, by id; ids nobody has are left out. */
export async function personsByIds(
  db: Queryable,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (personIds.length === 0) {
    return new Map();
  }
  const rows = await selectPersons(db, [...new Set(personIds)]);
  return new Map(rows.map((row) => [row.personId, row]));
}

/**
 * The ids of everybody known by an address: what an owner's session may see is held or reported by one of
 * them.
 */
export async function personIdsOf(db: Queryable, email: string): Promise<readonly string[]> {
  return (await selectPersonIds(db, email)).map((row) => row.personId);
}
