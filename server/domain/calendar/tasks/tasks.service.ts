import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { contactTouched } from '#server/domain/contacts/touches/touches.events.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { announce } from '#server/outbox.ts'
import { requireKeeper, zoneOf } from '../calendar.people.ts'
import { removedTasks, visibleTasks } from '../calendar.policy.ts'
import type { AddTaskInput, Due, EditTaskInput } from '../calendar.schema.ts'
import { momentIn } from '../days.words.ts'
import { tellTasks } from './tasks.facts.ts'

/** A day is the same everywhere; a clock is that of the office. */
async function dueColumns(ctx: Context, due: Due) {
  if (!due) return { dueOn: null, dueAt: null, dueZone: null }
  const dueOn = new Date(`${due.on}T00:00:00Z`)
  if (due.minutes === undefined || due.minutes === null) return { dueOn, dueAt: null, dueZone: null }
  const dueZone = await zoneOf(ctx)
  return { dueOn, dueAt: momentIn(dueZone, due.on, due.minutes), dueZone }
}

const seen = ({ actor }: Context, taskId: string): Prisma.TaskWhereInput => ({
  AND: [visibleTasks(actor), { id: taskId }],
})

async function requireTask(tx: Db, ctx: Context, taskId: string) {
  const task = await tx.task.findFirst({ where: seen(ctx, taskId), select: { id: true, contactId: true } })
  if (!task) throw notFound('This task')
  return task
}

/** Adds a task for the actor, or for whom they name. Sent twice under one id, it is added once. */
export async function addTask(ctx: Context, { id, contactId, assigneeId, due, ...task }: AddTaskInput) {
  const { db, now } = ctx
  const columns = await dueColumns(ctx, due)
  return db.$transaction(async (tx) => {
    const keeper = await requireKeeper(tx, ctx, { keeperId: assigneeId, contactId })
    const at = now()
    const about = { contactId: contactId ?? null, assigneeId: keeper, createdAt: at, updatedAt: at }
    const { count } = await tx.task.createMany({ data: [{ id, ...task, ...columns, ...about }], skipDuplicates: true })
    if (count === 0) await requireTask(tx, ctx, id)
    return { id }
  })
}

/** Changes a task, unless somebody else did since the form was opened. */
export async function editTask(ctx: Context, { taskId, basedOn, assigneeId, due, ...task }: EditTaskInput) {
  const { db, now } = ctx
  const columns = await dueColumns(ctx, due)
  return db.$transaction(async (tx) => {
    const { contactId } = await requireTask(tx, ctx, taskId)
    const keeper = assigneeId
      ? { assigneeId: await requireKeeper(tx, ctx, { keeperId: assigneeId, contactId: contactId ?? undefined }) }
      : {}
    const { count } = await tx.task.updateMany({
      where: { AND: [seen(ctx, taskId), { version: basedOn }] },
      data: { ...task, ...columns, ...keeper, updatedAt: now() },
    })
    if (count === 0) {
      throw new DomainError('CONFLICT', 'Somebody else changed this task meanwhile. Open it again to see their change.')
    }
    await tellTasks(tx, [taskId])
    return { id: taskId }
  })
}

/** Says that a task is done, or that it was a slip. To say the same twice changes nothing. */
export async function setDone(ctx: Context, { taskId, done }: { taskId: string; done: boolean }) {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const at = now()
    const { count } = await tx.task.updateMany({
      where: { AND: [seen(ctx, taskId), { completedAt: done ? null : { not: null } }] },
      data: done
        ? { completedAt: at, completedById: actor.personId, updatedAt: at }
        : { completedAt: null, completedById: null, updatedAt: at },
    })
    const { contactId } = await requireTask(tx, ctx, taskId)
    if (count > 0) await tellTasks(tx, [taskId])
    if (count > 0 && done && contactId) await announce(tx, contactTouched({ contactId }))
    return { id: taskId, done }
  })
}

/** Moves a task to another day, or to some day. */
export async function rescheduleTask(ctx: Context, { taskId, due }: { taskId: string; due: Due }) {
  const { count } = await ctx.db.task.updateMany({
    where: seen(ctx, taskId),
    data: { ...(await dueColumns(ctx, due)), updatedAt: ctx.now() },
  })
  if (count === 0) throw notFound('This task')
  return { id: taskId }
}

/** Takes a task away; `restoreTask` is the undo. */
export async function removeTask(ctx: Context, { taskId }: { taskId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const at = ctx.now()
    const { count } = await tx.task.updateMany({
      where: seen(ctx, taskId),
      data: { removedAt: at, updatedAt: at },
    })
    if (count === 0) throw notFound('This task')
    await tellTasks(tx, [taskId])
    return { id: taskId }
  })
}

export async function restoreTask(ctx: Context, { taskId }: { taskId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.task.updateMany({
      where: { AND: [removedTasks(ctx.actor), { id: taskId }] },
      data: { removedAt: null, updatedAt: ctx.now() },
    })
    if (count === 0) throw notFound('This task')
    await tellTasks(tx, [taskId])
    return { id: taskId }
  })
}
