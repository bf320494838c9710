import { removeTasks, restoreTasks, upsertTasks } from '#server/domain/calendar/tasks/tasks.bulk.ts'
import { newId } from '#server/ids.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import { ownTasks } from '../writes/tasks.own.ts'
import { answersFor, inputsOf } from './asked.ts'
import type { Lane } from './lane.ts'
import { type TaskRow, transformTask } from './tasks.transform.ts'

export const tasksLane: Lane<TaskRow> = {
  stream: 'tasks',
  remove: removeTasks,
  restore: restoreTasks,
  transform: async () => transformTask,
  settle: settlingOwn(ownTasks),

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, wanted, row: { hasContact, ...row } }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), ...peopleOf(hasContact, needed, wanted) } }] : [],
    )
    const written = await upsertTasks(tx, inputsOf(asked))
    return answersFor(asked, written)
  },
}

const peopleOf = (hasContact: boolean, needed: string, wanted: string | null) =>
  hasContact ? { contactId: needed, assigneeId: wanted } : { contactId: null, assigneeId: needed }
