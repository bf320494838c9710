'use client'

import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Action } from '../../../_ui/action.tsx'
import { DotsMenu, MenuItem } from '../../../_ui/menu.tsx'
import { showDone, showUndo } from '../../../_ui/toast.tsx'
import { overview, type ScheduleLine } from '../_queries.ts'
import classes from './schedule-actions.module.css'

type Props = { schedule: Pick<ScheduleLine, 'id' | 'name' | 'paused' | 'isRunning'> }

/** Run now, pause, resume: through our own tables and facts, so that they work on every executor. */
export function ScheduleActions({ schedule: { id, name, paused, isRunning } }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const input = { functionId: id }
  const { queryKey } = overview(trpc)

  /** Shows the pause at once; what is true is read again when the server has answered. */
  const showPaused = (at: Date | null) =>
    queryClient.setQueryData(
      queryKey,
      (old) =>
        old && {
          ...old,
          schedules: old.schedules.map((line) =>
            line.id === id ? { ...line, paused: at && { at, by: 'you' } } : line,
          ),
        },
    )
  const onSettled = () => queryClient.invalidateQueries(trpc.jobs.pathFilter())
  const resume = useMutation(trpc.jobs.resume.mutationOptions({ onMutate: () => showPaused(null), onSettled }))
  const pause = useMutation(
    trpc.jobs.pause.mutationOptions({
      onMutate: () => showPaused(new Date()),
      onSuccess: () =>
        showUndo({ message: `${name} is paused until somebody resumes it.`, onUndo: () => resume.mutate(input) }),
      onSettled,
    }),
  )
  const runNow = useMutation(
    trpc.jobs.runNow.mutationOptions({ onSuccess: () => showDone(`${name} starts within a moment.`), onSettled }),
  )

  return (
    <span className={classes.actions}>
      {paused ? (
        <Action onClick={() => resume.mutate(input)} disabled={resume.isPending}>
          Resume
        </Action>
      ) : null}
      <DotsMenu label={`Actions for ${name}`}>
        <MenuItem
          icon={<IconPlayerPlay size={16} aria-hidden />}
          disabled={isRunning || runNow.isPending}
          onClick={() => runNow.mutate(input)}
        >
          {isRunning ? 'Running now' : 'Run now'}
        </MenuItem>
        {!paused && (
          <MenuItem icon={<IconPlayerPause size={16} aria-hidden />} onClick={() => pause.mutate(input)}>
            Pause
          </MenuItem>
        )}
      </DotsMenu>
    </span>
  )
}
