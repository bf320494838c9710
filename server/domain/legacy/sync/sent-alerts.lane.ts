import { newId } from '#server/ids.ts'
import { removeSentAlerts, restoreSentAlerts, type SentAlertRow, upsertSentAlerts } from '../shadow/sent-alerts.bulk.ts'
import type { Lane } from './lane.ts'
import { transformSentAlert } from './sent-alerts.transform.ts'

export const sentAlertsLane: Lane<SentAlertRow> = {
  stream: 'sentAlerts',
  remove: removeSentAlerts,
  restore: restoreSentAlerts,
  transform: async () => transformSentAlert,

  async write(tx, ready) {
    const asked = ready.map(({ sourceId, targetId, row }) => ({ sourceId, input: { ...row, id: targetId ?? newId() } }))
    const outcomes = await upsertSentAlerts(
      tx,
      asked.map(({ input }) => input),
    )
    return asked.map(({ sourceId, input: { id } }) => ({
      sourceId,
      targetId: id,
      outcome: outcomes.get(id) ?? 'unchanged',
    }))
  },
}
