import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { StandardStatus } from '#server/generated/prisma/enums.ts'
import { literally, type Typed } from './find.typed.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person', 'listing', 'saved_search'] as const

/** What is looked at before the best few are picked: two letters fit half the book. */
const CANDIDATES = 200

const part = (text: string) => `%${literally(text)}%`
const start = (text: string) => `${literally(text)}%`
const eachWord = (words: readonly string[], say: (word: string) => Prisma.Sql) =>
  Prisma.sql`(${Prisma.join(words.map(say), ' AND ')})`

export type FoundPerson = { id: string; fullName: string; email: string | null; phone: string | null; agent: string }

/** Contacts the actor may see: by words of the name, part of the e-mail address, or the digits of the phone number. */
export const findPeople = (db: Db, actor: Actor, { text, words, phone }: Typed, take: number): Promise<FoundPerson[]> =>
  db.$queryRaw<FoundPerson[]>`
    SELECT found.id::text, found.full_name AS "fullName", found.email::text, found.phone, agent.full_name AS agent
      FROM (SELECT p.* FROM contact p
             WHERE ${whereVisible(actor)}
               AND (${eachWord(words, (word) => Prisma.sql`p.full_name ILIKE ${part(word)}`)}
                    OR lower(p.email::text) LIKE ${part(text.toLowerCase())}
                    OR ${phone === null ? Prisma.sql`false` : Prisma.sql`regexp_replace(p.phone, '\\D', '', 'g') LIKE ${part(phone)}`})
             LIMIT ${CANDIDATES}) AS found
      JOIN person AS agent ON agent.id = found.agent_id
     ORDER BY found.full_name ILIKE ${start(text)} DESC, found.updated_at DESC, found.id LIMIT ${take}`

export type FoundHome = {
  id: string
  streetAddress: string
  unitNumber: string | null
  city: string
  postalCode: string
  mlsNumber: string
  listPriceCents: number
  standardStatus: StandardStatus
}

const FOR_SALE = Prisma.sql`standard_status IN ('Active', 'Coming Soon', 'Active Under Contract', 'Pending')`

/** Homes by street, town, zip code or MLS number, in any order of words; those for sale first, then the newest. */
export const findHomes = (db: Db, { words }: Typed, take: number): Promise<FoundHome[]> => db.$queryRaw<FoundHome[]>`
  SELECT id::text, street_address AS "streetAddress", unit_number AS "unitNumber", city, postal_code AS "postalCode",
         listing_id AS "mlsNumber", list_price_cents::float8 AS "listPriceCents",
         replace(standard_status::text, ' ', '') AS "standardStatus"
    FROM listing
   WHERE standard_status NOT IN ('Delete', 'Incomplete')
     AND ${eachWord(
       words,
       (word) => Prisma.sql`(street_address ILIKE ${part(word)} OR city ILIKE ${part(word)}
         OR postal_code LIKE ${start(word)} OR listing_id ILIKE ${start(word)})`,
     )}
   ORDER BY ${FOR_SALE} DESC, on_market_timestamp DESC, id LIMIT ${take}`

export type FoundPlace = { kind: 'town' | 'zip'; key: string; name: string; homes: number }

/** Towns and zip codes that begin like this, with how many homes are for sale there. */
export const findPlaces = (db: Db, { text, zip }: Typed, take: number): Promise<FoundPlace[]> =>
  db.$queryRaw<FoundPlace[]>`
    SELECT CASE WHEN ${zip !== null} THEN 'zip' ELSE 'town' END AS kind, key, min(city) AS name, count(*)::int AS homes
      FROM (SELECT city, ${zip === null ? Prisma.sql`city_slug` : Prisma.sql`postal_code`} AS key
              FROM listing
             WHERE ${FOR_SALE}
               AND ${zip === null ? Prisma.sql`city ILIKE ${start(text)}` : Prisma.sql`postal_code LIKE ${start(zip)}`}) AS home
     GROUP BY key ORDER BY homes DESC, key LIMIT ${take}`

export type FoundAlert = { id: string; name: string; contactName: string; activeYN: boolean }

/** Alerts by words of their name, of contacts the actor may see. */
export const findAlerts = (db: Db, actor: Actor, { text, words }: Typed, take: number): Promise<FoundAlert[]> =>
  db.$queryRaw<FoundAlert[]>`
    SELECT id::text, name, full_name AS "contactName", active_yn AS "activeYN"
      FROM (SELECT s.id, s.name, s.active_yn, s.updated_at, p.full_name
              FROM saved_search s
              JOIN contact p ON p.id = s.contact_id AND ${whereVisible(actor)}
             WHERE s.removed_at IS NULL AND ${eachWord(words, (word) => Prisma.sql`lower(s.name) LIKE ${part(word.toLowerCase())}`)}
             LIMIT ${CANDIDATES}) AS found
     ORDER BY active_yn DESC, name ILIKE ${start(text)} DESC, updated_at DESC, id LIMIT ${take}`
