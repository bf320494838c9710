'use client'

import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone, showUndo } from '../../../_ui/toast.tsx'
import { overview, type ScheduleLine } from '../_queries.ts'

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
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {paused ? (
        <Button size="compact-sm" variant="light" onClick={() => resume.mutate(input)} loading={resume.isPending}>
          Resume
        </Button>
      ) : null}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Actions for ${name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            disabled={isRunning || runNow.isPending}
            onClick={() => runNow.mutate(input)}
          >
            {isRunning ? 'Running now' : 'Run now'}
          </Menu.Item>
          {!paused && (
            <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => pause.mutate(input)}>
              Pause
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
