import { lockTasks, readTasks } from '#server/domain/calendar/tasks/tasks.held.ts'
import type { TaskRow } from '../sync/tasks.transform.ts'
import type { OwnRecords } from './own-records.ts'
import { TASK_FIELDS } from './tasks.fields.ts'

export const ownTasks: OwnRecords<TaskRow> = {
  stream: 'tasks',
  feature: 'tasks',
  fields: TASK_FIELDS,
  needs: ({ hasContact }) => (hasContact ? 'contacts' : 'agents'),
  wants: 'agents',
  lock: lockTasks,

  async read(tx, targetIds) {
    const tasks = await readTasks(tx, targetIds)
    return new Map(
      tasks.map(({ id, contactId, assigneeId, removedAt, standIn, ...rest }) => {
        const row = { ...rest, hasContact: contactId !== null }
        const [needed, wanted] = contactId === null ? [assigneeId, null] : [contactId, assigneeId]
        const { createdAt, updatedAt } = row
        return [id, { row, needed, wanted, standIn, isRemoved: removedAt !== null, createdAt, updatedAt }]
      }),
    )
  },
}
