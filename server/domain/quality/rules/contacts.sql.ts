import { Prisma } from '#server/generated/prisma/client.ts'
import type { Rule } from './rule.ts'
import { digitsIn, isSpelledOtherwise, isTenDigits } from './spelling.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person', 'mail_address', 'legacy_record'] as const

const stream = 'contacts'
const phone = Prisma.sql`phone`

export const contactRules: readonly Rule[] = [
  {
    ...{ key: 'contacts.agent-removed', stream, severity: 'critical' },
    name: 'Belongs to somebody who has left',
    wrong: 'The agent of this contact does not work here any more.',
    matters: 'Nobody answers them, and nobody who is here has them in their book.',
    advice: 'Repair it: they go to whoever new inquiries go to, with their alerts. Or hand them to an agent by hand.',
    find: () => Prisma.sql`
      SELECT c.id::text AS "recordId", c.stage::text || ', their agent has left' AS sample
        FROM person p JOIN contact c ON c.agent_id = p.id
       WHERE p.removed_at IS NOT NULL AND c.removed_at IS NULL`,
  },
  {
    ...{ key: 'contacts.wrong-office', stream, severity: 'serious' },
    name: 'In another office than their agent',
    wrong: 'The contact is counted in an office that their agent does not belong to.',
    matters: 'The manager of the agent cannot see them, and another manager can.',
    advice: 'Repair it: the contact follows its agent to their office.',
    find: () => Prisma.sql`
      SELECT c.id::text AS "recordId", 'not where their agent is' AS sample
        FROM contact c JOIN person p ON p.id = c.agent_id
       WHERE c.removed_at IS NULL AND p.removed_at IS NULL AND c.office_id <> p.office_id`,
  },
  {
    ...{ key: 'contacts.unreachable', stream, severity: 'serious' },
    name: 'No e-mail and no phone',
    wrong: 'There is no way to reach this person.',
    matters: 'No alert, no call, no text: the contact is only a name.',
    advice: 'Look at where they came from and ask; remove those that nobody can reach.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", stage::text AS sample FROM contact
       WHERE removed_at IS NULL AND email IS NULL AND coalesce(btrim(phone), '') = ''`,
  },
  {
    ...{ key: 'contacts.same-email', stream, severity: 'serious' },
    name: 'One e-mail, several contacts',
    wrong: 'Another contact, set up earlier, has the same e-mail address.',
    matters: 'Two agents may write to one person, each without knowing of the other.',
    advice: 'Decide which one stays, and remove the other. A couple that shares an address can be muted.',
    find: () => Prisma.sql`
      WITH shared AS (SELECT email FROM contact WHERE removed_at IS NULL AND email IS NOT NULL GROUP BY email HAVING count(*) > 1)
      SELECT id::text AS "recordId", total - 1 || ' more with the same address' AS sample
        FROM (SELECT id, count(*) OVER (PARTITION BY email) AS total,
                     row_number() OVER (PARTITION BY email ORDER BY created_at, id) AS place
                FROM contact JOIN shared USING (email) WHERE removed_at IS NULL) AS twin
       WHERE place > 1`,
  },
  {
    ...{ key: 'contacts.same-phone', stream, severity: 'serious' },
    name: 'One phone and a similar name',
    wrong: 'Another contact, set up earlier, has the same phone number and nearly the same name.',
    matters: 'It is most likely one person twice, with half of the story in each.',
    advice: 'Compare the two, keep the one with more in it, and remove the other.',
    find: () => Prisma.sql`
      WITH called AS (
        SELECT id, full_name, email, created_at, right(${digitsIn(phone)}, 10) AS digits
          FROM contact WHERE removed_at IS NULL AND phone IS NOT NULL
      ), shared AS (
        -- A switchboard has hundreds: every pair of them would be compared.
        SELECT digits FROM called WHERE length(digits) = 10 GROUP BY digits HAVING count(*) BETWEEN 2 AND 20)
      SELECT later.id::text AS "recordId", 'same number, similar name' AS sample
        FROM shared JOIN called earlier USING (digits) JOIN called later USING (digits)
       WHERE (earlier.created_at, earlier.id) < (later.created_at, later.id)
         AND earlier.email IS DISTINCT FROM later.email
         AND similarity(lower(earlier.full_name), lower(later.full_name)) > 0.5`,
  },
  {
    ...{ key: 'contacts.shared-phone', stream, severity: 'minor' },
    name: 'A phone number of many',
    wrong: 'More than five contacts have this phone number.',
    matters: 'It is a switchboard or somebody’s placeholder: whoever calls it reaches somebody else.',
    advice: 'Ask for a number of their own, or take this one away.',
    find: () => Prisma.sql`
      WITH called AS (SELECT id, right(${digitsIn(phone)}, 10) AS digits FROM contact WHERE removed_at IS NULL AND phone IS NOT NULL),
           shared AS (SELECT digits, count(*) AS total FROM called WHERE length(digits) >= 7 GROUP BY digits HAVING count(*) > 5)
      SELECT id::text AS "recordId", total || ' contacts share it' AS sample FROM called JOIN shared USING (digits)`,
  },
  {
    ...{ key: 'contacts.phone-spelling', stream, severity: 'minor' },
    name: 'Phone number spelled in its own way',
    wrong: 'The number has ten digits and is not written like (843) 555-0100.',
    matters: 'Looking for a number finds some spellings and not the others.',
    advice: 'Repair it: only its spelling changes.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", length(phone) || ' characters' AS sample FROM contact
       WHERE removed_at IS NULL AND ${isSpelledOtherwise(phone)}`,
  },
  {
    ...{ key: 'contacts.phone-unreadable', stream, severity: 'minor' },
    name: 'A phone number that nobody can call',
    wrong: 'What stands as a phone number has too few digits, or words between them.',
    matters: 'A tap on it calls nobody.',
    advice: 'Correct it from the notes, or ask by mail.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", length(${digitsIn(phone)}) || ' digits' AS sample FROM contact
       WHERE removed_at IS NULL AND btrim(phone) <> '' AND NOT ${isTenDigits(phone)}
         AND NOT (phone ~ '^ *[+]' AND length(${digitsIn(phone)}) BETWEEN 8 AND 15)`,
  },
  {
    ...{ key: 'contacts.name-capitals', stream, severity: 'minor' },
    name: 'Name in capitals, or without any',
    wrong: 'The name is written in capital letters only, or in small ones only.',
    matters: 'Each mail greets them like this, and they see that a machine wrote it.',
    advice: 'Repair it: MARY O’NEILL becomes Mary O’Neill. Look at the preview, names have their own ways.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", CASE WHEN full_name = upper(full_name) THEN 'capitals only' ELSE 'small letters only' END AS sample
        FROM contact
       WHERE removed_at IS NULL AND full_name !~ '[@0-9]' AND full_name ~ '[[:alpha:]]{3}'
         AND (full_name = upper(full_name) OR full_name = lower(full_name))`,
  },
  {
    ...{ key: 'contacts.name-spaces', stream, severity: 'minor' },
    name: 'Spaces too many in the name',
    wrong: 'The name begins or ends with a space, or has several in a row.',
    matters: 'Looking for the full name does not find them.',
    advice: 'Repair it: only spaces change.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", 'spaces too many' AS sample FROM contact
       WHERE removed_at IS NULL AND full_name ~ '^[[:space:]]|[[:space:]]$|[[:space:]]{2}'`,
  },
  {
    ...{ key: 'contacts.no-name', stream, severity: 'serious' },
    name: 'No name',
    wrong: 'Where the name should be stands an address, a number, or nothing.',
    matters: 'Nobody can greet them, and duplicates of them are not found.',
    advice: 'Look at their first mail or inquiry, and write the name down.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", stage::text AS sample FROM contact
       WHERE removed_at IS NULL AND (btrim(full_name) = '' OR full_name = 'Without a name' OR full_name ~ '@' OR full_name !~ '[[:alpha:]]')`,
  },
  {
    ...{ key: 'contacts.role-address', stream, severity: 'minor' },
    name: 'An address of an office, not of a person',
    wrong: 'The e-mail address is one like info@ or sales@.',
    matters: 'Several people read it, complaints are likely, and an unsubscribe stops all of them.',
    advice: 'Ask for an address of their own.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", split_part(email::text, '@', 1) || '@' AS sample FROM contact
       WHERE removed_at IS NULL
         AND split_part(lower(email::text), '@', 1) IN ('info', 'sales', 'office', 'admin', 'contact', 'hello', 'support',
           'team', 'marketing', 'billing', 'noreply', 'no-reply', 'postmaster', 'webmaster', 'abuse')`,
  },
  {
    ...{ key: 'contacts.address-bounced', stream, severity: 'serious' },
    name: 'Mails to a client come back',
    wrong: 'The address of an active contact or client is blocked because mails to it came back.',
    matters: 'They believe that they are kept posted, and are not.',
    advice: 'Call them, and write the new address down.',
    find: () => Prisma.sql`
      SELECT c.id::text AS "recordId", c.stage::text || ', mails came back' AS sample
        FROM mail_address m JOIN contact c ON c.email = m.email
       WHERE m.suppressed_at IS NOT NULL AND m.suppression_reason = 'bounced'
         AND c.removed_at IS NULL AND c.stage IN ('active', 'client')`,
  },
  {
    ...{ key: 'contacts.address-unreadable', stream, severity: 'minor' },
    name: 'The old system has an address that is none',
    wrong: 'In the old system something stands as their e-mail that is no address; it was kept, and not used.',
    matters: 'Their alerts rest, although somebody once wanted to write an address down.',
    advice: 'Look at what stands there, ask them, and add the right one.',
    find: () => Prisma.sql`
      SELECT c.id::text AS "recordId", 'what stands there is no address' AS sample
        FROM legacy_record r JOIN contact c ON c.id = r.target_id
       WHERE r.stream = 'contacts' AND r.extra ? 'email' AND c.removed_at IS NULL AND c.email IS NULL`,
  },
]
