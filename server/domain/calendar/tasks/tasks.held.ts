import type { Db } from '#server/db.ts'
import type { TaskInput } from './tasks.bulk.ts'

/** A task as it stands, for who tells it to another system. */
export type HeldTask = TaskInput & {
  removedAt: Date | null
  /** The agent of its contact, who has it while nobody is named. */
  standIn: string | null
}

/** These tasks as they are committed, those that were removed too. */
export async function readTasks(tx: Db, ids: readonly string[]): Promise<HeldTask[]> {
  const tasks = await tx.task.findMany({
    where: { id: { in: [...ids] } },
    omit: { version: true, completedById: true },
    include: { contact: { select: { agentId: true } } },
  })
  return tasks.map(({ contact, dueOn, ...task }) => ({
    ...task,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    standIn: contact?.agentId ?? null,
  }))
}

/** Until this transaction ends nobody else changes them. */
export async function lockTasks(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT id FROM task WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
}
