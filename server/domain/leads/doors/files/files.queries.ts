import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { rowProblems } from './files.schema.ts'

const LAST = 10

const row = {
  ...{ id: true, fileName: true, rowCount: true, rowsDone: true, taken: true, known: true, held: true, refused: true },
  ...{ createdAt: true, doneAt: true },
  source: { select: { name: true } },
  createdBy: { select: { fullName: true } },
} satisfies Prisma.LeadImportSelect

/** The files that were brought last. */
export const listImports = ({ db }: Context) =>
  db.leadImport.findMany({ select: row, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: LAST })

/** One file: how far it is read, and what was wrong with which row. */
export async function getImport({ db }: Context, { importId }: { importId: string }) {
  const found = await db.leadImport.findUnique({ where: { id: importId }, select: { ...row, problems: true } })
  if (!found) throw notFound('This file')
  return { ...found, problems: rowProblems.parse(found.problems) }
}
