'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { minutesIn } from '#server/domain/calendar/days.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../_ui/toast.tsx'
import { dayName } from '../_days.words.ts'
import type { Task, Tasks } from '../_queries.ts'
import { readTaskLine, type TaskLine } from '../_task-line.ts'

type Due = TaskLine['due']
type Clock = { today: string; timeZone: string }
type Place = { today: string; contact?: Task['contact'] }

/** By day, what has none last; within a day by the clock. */
const byDay = (a: Task, b: Task) =>
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || Number(a.dueAt ?? Infinity) - Number(b.dueAt ?? Infinity)

/** Changes tasks at once on every list that shows them, with a way back; what is refused is put right again. */
export function useTasks() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const lists = [trpc.calendar.day.pathFilter(), trpc.calendar.tasksOfContact.pathFilter()]
  const readAgain = () => {
    void queryClient.invalidateQueries(trpc.calendar.pathFilter())
    void queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter())
  }
  const settle = {
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: readAgain,
  }
  const show = (change: (tasks: Tasks) => Partial<Tasks>) => {
    for (const list of lists) {
      // An answer on its way would show how it was before.
      void queryClient.cancelQueries(list)
      queryClient.setQueriesData<Tasks>(list, (old) => old && { ...old, ...change(old) })
    }
  }
  const showTask = (id: string, over: Partial<Task>) =>
    show(({ open }) => ({ open: open.map((task) => (task.id === id ? { ...task, ...over } : task)).toSorted(byDay) }))

  const addOne = useMutation(trpc.calendar.addTask.mutationOptions(settle))
  const editOne = useMutation(trpc.calendar.editTask.mutationOptions(settle))
  const done = useMutation(trpc.calendar.setDone.mutationOptions(settle))
  const move = useMutation(trpc.calendar.rescheduleTask.mutationOptions(settle))
  const takeAway = useMutation(trpc.calendar.removeTask.mutationOptions(settle))
  const bringBack = useMutation(trpc.calendar.restoreTask.mutationOptions(settle))

  const setDone = (task: Task, isDone: boolean) => {
    const changed = { ...task, completedAt: isDone ? new Date() : null }
    const without = (tasks: Task[]) => tasks.filter(({ id }) => id !== task.id)
    show((tasks) => ({
      open: isDone ? without(tasks.open) : [...without(tasks.open), changed].toSorted(byDay),
      done: isDone ? [changed, ...without(tasks.done)] : without(tasks.done),
    }))
    done.mutate({ taskId: task.id, done: isDone })
  }
  const setDue = (task: Task, due: Due) => {
    showTask(task.id, { dueOn: due?.on ?? null, dueAt: null })
    move.mutate({ taskId: task.id, due })
  }
  return {
    add: (line: string, { today, contact = null }: Place) => {
      const { due, ...said } = readTaskLine(line, today)
      const id = crypto.randomUUID()
      const added: Task = {
        ...{ id, ...said, details: null, dueOn: due?.on ?? null, dueAt: null, completedAt: null, version: 1, contact },
        assignee: { id: '', fullName: '' },
      }
      show(({ open }) => ({ open: [...open, added].toSorted(byDay) }))
      addOne.mutate({ id, ...said, due, ...(contact ? { contactId: contact.id } : {}) })
    },
    edit: (task: Task, line: string, today: string) => {
      const { due, ...read } = readTaskLine(line, today)
      // What the line does not say stays as it was.
      const kind = read.kind === 'other' ? task.kind : read.kind
      const priority = read.priority === 'normal' && task.priority === 'low' ? 'low' : read.priority
      const said = { title: read.title, kind, priority }
      showTask(task.id, { ...said, dueOn: due?.on ?? null, dueAt: null })
      editOne.mutate({ taskId: task.id, basedOn: task.version, ...said, details: task.details, due })
    },
    setDone: (task: Task, isDone: boolean) => {
      setDone(task, isDone)
      if (isDone) showUndo({ message: `Done: ${task.title}`, onUndo: () => setDone(task, false) })
    },
    snooze: (task: Task, on: string | null, { today, timeZone }: Clock) => {
      const minutes = task.dueAt && minutesIn(timeZone, task.dueAt)
      setDue(task, on ? { on, minutes } : null)
      showUndo({
        message: on ? `${task.title}: ${dayName(on, today)}.` : `${task.title}: some day.`,
        onUndo: () => setDue(task, task.dueOn ? { on: task.dueOn, minutes } : null),
      })
    },
    remove: (task: Task) => {
      show(({ open, done: was }) => ({
        open: open.filter(({ id }) => id !== task.id),
        done: was.filter(({ id }) => id !== task.id),
      }))
      takeAway.mutate({ taskId: task.id })
      showUndo({ message: `Removed: ${task.title}`, onUndo: () => bringBack.mutate({ taskId: task.id }) })
    },
  }
}
export type TaskChanges = ReturnType<typeof useTasks>
