'use client'

import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import type { OfficeView } from './person.types.ts'
import { RowMenu } from './row-menu.tsx'
import classes from './settings.module.css'
import { useRefreshPeople } from './use-refresh-people.ts'

const OfficeDrawer = dynamic(() => import('./office-drawer.tsx').then((module) => module.OfficeDrawer))
const ConfirmDialog = dynamic(() => import('./confirm-dialog.tsx').then((module) => module.ConfirmDialog))

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export function OfficeRow({ office, mayChange }: { office: OfficeView; mayChange: boolean }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const remove = useMutation(
    trpc.org.removeOffice.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await refresh()
        showDone(`${office.name} is gone.`)
      },
    }),
  )
  return (
    <li className={`${classes.row} ${classes.wide}`}>
      <div className={classes.words}>
        <p className={classes.name}>{office.name}</p>
        <p className={classes.detail}>
          <Link href={`/settings/people?office=${office.id}`}>{counted(office.people, 'person', 'people')}</Link>
          {' · '}
          {counted(office.teams, 'team', 'teams')}
        </p>
      </div>
      <div className={`${classes.words} ${classes.below}`}>
        <p className={classes.detail}>{office.postalAddress}</p>
        <p className={classes.detail}>{office.phone}</p>
      </div>
      <div className={classes.end}>
        {mayChange && (
          <RowMenu
            name={office.name}
            editWords="Edit"
            onEdit={() => setOpen('edit')}
            onRemove={() => setOpen('remove')}
          />
        )}
      </div>
      {open === 'edit' && <OfficeDrawer office={office} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${office.name}?`}
          words="Only an office without people can go. Its teams go with it."
          failure={remove.error}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ officeId: office.id })}
          onClose={close}
        />
      )}
    </li>
  )
}
