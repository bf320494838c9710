'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { TeamView } from './person.types.ts'
import classes from './settings.module.css'
import { TeamDialog } from './team-dialog.tsx'
import { useRefreshPeople } from './use-refresh-people.ts'

export function TeamRow({ team }: { team: TeamView }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const remove = useMutation(
    trpc.org.removeTeam.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await refresh()
        showDone(`${team.name} is gone; its people stay at ${team.office.name}.`)
      },
    }),
  )
  const lead = team.people.find(({ role }) => role === 'teamLead')
  const names = team.people.map(({ fullName }) => fullName).join(', ')
  return (
    <li className={`${classes.row} ${classes.wide}`}>
      <div className={classes.words}>
        <p className={classes.name}>{team.name}</p>
        <p className={classes.detail}>
          {[team.office.name, lead && `led by ${lead.fullName}`].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={classes.below}>{names || 'Nobody yet'}</div>
      <div className={classes.end}>
        {team.mayChange && (
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <ActionIcon aria-label={`Actions for ${team.name}`} size={44}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('rename')}>
                Rename
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('remove')}>
                Remove
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open === 'rename' && <TeamDialog team={team} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${team.name}?`}
          words="Its people stay in the office and keep their contacts; a lead no longer sees those of the others."
          failure={remove.error}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ teamId: team.id })}
          onClose={close}
        />
      )}
    </li>
  )
}
