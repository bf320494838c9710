import { openOffices } from '#server/domain/org/offices.bulk.ts'
import { newId } from '#server/ids.ts'
import { inputsOf } from './asked.ts'
import type { Lane } from './lane.ts'
import { type OfficeRow, transformOffice } from './offices.transform.ts'

export const officesLane: Lane<OfficeRow> = {
  stream: 'offices',
  // People sit in it and contacts belong to it: an office is closed on our pages.
  remove: async () => [],
  restore: async () => undefined,
  transform: async () => transformOffice,

  async write(tx, ready) {
    const asked = ready.map(({ sourceId, targetId, row }) => ({ sourceId, input: { ...row, id: targetId ?? newId() } }))
    const opened = await openOffices(tx, inputsOf(asked))
    const byAskedId = new Map(opened.map((office) => [office.askedId, office]))
    return asked.flatMap(({ sourceId, input: { id } }) => {
      const office = byAskedId.get(id)
      return office ? [{ sourceId, targetId: office.id, outcome: office.outcome }] : []
    })
  },
}
