import { Prisma } from '#server/generated/prisma/client.ts'

export const digitsIn = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`regexp_replace(coalesce(${column}, ''), '[^0-9]', '', 'g')`

/** Ten digits, with or without the 1 of the country, and no words beside them. */
export const isTenDigits = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${column} !~ '[[:alpha:]]' AND ${digitsIn(column)} ~ '^1?[0-9]{10}$')`

/** A number that can be read, and is not written as this house writes it. */
export const isSpelledOtherwise = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${isTenDigits(column)} AND ${column} !~ '^[(][0-9]{3}[)] [0-9]{3}-[0-9]{4}$')`
