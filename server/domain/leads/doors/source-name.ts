import type { Db } from '#server/db.ts'
import type { Inquiry } from '#server/generated/prisma/client.ts'
import { SOURCE_OF } from '../leads.words.ts'
import { DOOR_SAID } from './doors.words.ts'

type Came = Pick<Inquiry, 'sourceId' | 'door' | 'kind'>

/**
 * Where somebody came from, for their contact: the name of the source; of our own pages what they did there; of what
 * stands behind no source the door. It is written when they first come, and stays.
 */
export async function sourceNameOf(tx: Db, { sourceId, door, kind }: Came): Promise<string> {
  if (sourceId) {
    const { name } = await tx.leadSource.findUniqueOrThrow({ where: { id: sourceId }, select: { name: true } })
    return name
  }
  return door === 'own_page' ? SOURCE_OF[kind] : DOOR_SAID[door]
}
