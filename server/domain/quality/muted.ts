import { Prisma } from '#server/generated/prisma/client.ts'

/** Whether somebody wants to hear no more of issue `i`, or of its whole rule, at `now`. */
export const isMuted = (now: Date): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM quality_mute m
   WHERE m.rule_key = i.rule_key AND (m.record_id IS NULL OR m.record_id = i.record_id)
     AND (m.until IS NULL OR m.until > ${now}::timestamptz))`
