import { DomainError } from '#server/errors.ts'
import { Prisma } from '#server/generated/prisma/client.ts'

/** Turns the database's word about a name that is taken into ours. The key decides: a check before it can be overtaken. */
export async function refuseDuplicate<T>(words: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new DomainError('CONFLICT', words)
    }
    throw error
  }
}
