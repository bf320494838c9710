import { Prisma } from '#server/generated/prisma/client.ts'

/** Offices work from eight to eight on their own clock, as the ladders count it; a test holds the two equal. */
const OPENS = 8 * 60
const OPEN_MINUTES = 12 * 60

/** Open minutes from long ago to a moment. Clocks change at night, when nobody works: wall time is enough. */
const openUntil = (moment: Prisma.Sql, zone: Prisma.Sql) => Prisma.sql`
  ((${moment} AT TIME ZONE ${zone})::date - date '2000-01-01') * ${OPEN_MINUTES}::int
  + least(${OPEN_MINUTES}::int, greatest(0, extract(epoch FROM (${moment} AT TIME ZONE ${zone})::time) / 60 - ${OPENS}::int))`

/** Minutes between two moments in which an office of that zone was open, as double precision. */
export const officeMinutes = (from: Prisma.Sql, to: Prisma.Sql, zone: Prisma.Sql) =>
  Prisma.sql`((${openUntil(to, zone)}) - (${openUntil(from, zone)}))::float8`

/** When somebody came: in office hours of a workday, else in the evening or night, or on a weekend: a `CameAt`. */
export const cameAt = (moment: Prisma.Sql, zone: Prisma.Sql) => Prisma.sql`
  CASE WHEN extract(isodow FROM ${moment} AT TIME ZONE ${zone}) > 5 THEN 'weekend'
       WHEN extract(epoch FROM (${moment} AT TIME ZONE ${zone})::time) / 60 - ${OPENS}::int
            BETWEEN 0 AND ${OPEN_MINUTES - 1}::int THEN 'workday'
       ELSE 'evening' END`
