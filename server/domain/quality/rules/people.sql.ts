import { Prisma } from '#server/generated/prisma/client.ts'
import { daysBefore, type Rule } from './rule.ts'
import { isSpelledOtherwise } from './spelling.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'contact'] as const

const stream = 'people'

export const peopleRules: readonly Rule[] = [
  {
    ...{ key: 'people.no-phone', stream, severity: 'serious' },
    name: 'No phone number',
    wrong: 'Somebody who works with clients has no phone number.',
    matters: 'It is missing under each mail that goes out for them.',
    advice: 'Ask them, and add it under Settings, People.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", role::text AS sample FROM person
       WHERE removed_at IS NULL AND role <> 'assistant' AND coalesce(btrim(phone), '') = ''`,
  },
  {
    ...{ key: 'people.phone-spelling', stream, severity: 'minor' },
    name: 'Phone number spelled in its own way',
    wrong: 'The number has ten digits and is not written like (843) 555-0100.',
    matters: 'It stands like this under mails, beside others that are written properly.',
    advice: 'Repair it: only its spelling changes.',
    find: () => Prisma.sql`
      SELECT id::text AS "recordId", length(phone) || ' characters' AS sample FROM person
       WHERE removed_at IS NULL AND ${isSpelledOtherwise(Prisma.sql`phone`)}`,
  },
  {
    ...{ key: 'people.never-signed-in', stream, severity: 'minor' },
    name: 'Never accepted the invitation',
    wrong: 'Somebody was added more than 30 days ago and has never chosen a password.',
    matters: 'Their clients are in a book that nobody opens.',
    advice: 'Send the invitation again, or remove them and hand their book over.',
    find: (now) => Prisma.sql`
      SELECT p.id::text AS "recordId",
             (SELECT count(*) FROM contact c WHERE c.agent_id = p.id AND c.removed_at IS NULL) || ' contacts' AS sample
        FROM person p
       WHERE p.removed_at IS NULL AND p.password_hash IS NULL AND p.created_at < ${daysBefore(now, 30)}::timestamptz`,
  },
  {
    ...{ key: 'people.same-name', stream, severity: 'serious' },
    name: 'Two people of one name',
    wrong: 'Two people who work here have the same name.',
    matters: 'It is often one person twice, with clients split between the two.',
    advice: 'If it is one person, remove the one they do not use and hand its book over; else mute it.',
    find: () => Prisma.sql`
      WITH shared AS (SELECT lower(full_name) AS name FROM person WHERE removed_at IS NULL GROUP BY 1 HAVING count(*) > 1)
      SELECT id::text AS "recordId", 'same name as somebody who was added earlier' AS sample
        FROM (SELECT id, row_number() OVER (PARTITION BY lower(full_name) ORDER BY created_at, id) AS place
                FROM person WHERE removed_at IS NULL AND lower(full_name) IN (SELECT name FROM shared)) AS twin
       WHERE place > 1`,
  },
  {
    ...{ key: 'people.assists-nobody', stream, severity: 'serious' },
    name: 'Assistant without an agent',
    wrong: 'An assistant works for nobody, or for somebody who has left.',
    matters: 'They see no contacts at all, and cannot work.',
    advice: 'Choose the agent they assist, under Settings, People.',
    find: () => Prisma.sql`
      SELECT p.id::text AS "recordId", CASE WHEN p.assists_id IS NULL THEN 'nobody chosen' ELSE 'the agent has left' END AS sample
        FROM person p LEFT JOIN person agent ON agent.id = p.assists_id
       WHERE p.removed_at IS NULL AND p.role = 'assistant' AND (agent.id IS NULL OR agent.removed_at IS NOT NULL)`,
  },
]
