'use client'

import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import type { TeamView } from './person.types.ts'
import { RowMenu } from './row-menu.tsx'
import classes from './settings.module.css'
import { useRefreshPeople } from './use-refresh-people.ts'

const TeamDialog = dynamic(() => import('./team-dialog.tsx').then((module) => module.TeamDialog))
const ConfirmDialog = dynamic(() => import('./confirm-dialog.tsx').then((module) => module.ConfirmDialog))

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
          <RowMenu
            name={team.name}
            editWords="Rename"
            onEdit={() => setOpen('rename')}
            onRemove={() => setOpen('remove')}
          />
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
