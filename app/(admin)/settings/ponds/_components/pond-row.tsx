'use client'

import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import type { Pond } from '../../../../(crm)/ponds/_queries.ts'
import { RowMenu } from '../../_components/row-menu.tsx'
import classes from '../../_components/settings.module.css'
import { useRefreshPonds } from './use-refresh-ponds.ts'

const PondDialog = dynamic(() => import('./pond-dialog.tsx').then((module) => module.PondDialog))
const ConfirmDialog = dynamic(() =>
  import('../../_components/confirm-dialog.tsx').then((module) => module.ConfirmDialog),
)

export function PondRow({ pond }: { pond: Pond }) {
  const trpc = useTRPC()
  const refresh = useRefreshPonds()
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const remove = useMutation(
    trpc.offers.removePond.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await refresh()
        showDone(`${pond.name} is gone.`)
      },
    }),
  )
  return (
    <li className={`${classes.row} ${classes.pair}`}>
      <div className={classes.words}>
        <p className={classes.name}>{pond.name}</p>
        <p className={classes.detail}>
          {pond.office ? `The office ${pond.office}` : 'The whole firm'}
          {' · '}
          <TextLink underlined href="/ponds">
            {pond.count} {pond.count === 1 ? 'lead' : 'leads'}
          </TextLink>
        </p>
      </div>
      <div className={classes.end}>
        <RowMenu
          name={pond.name}
          editWords="Rename"
          onEdit={() => setOpen('edit')}
          onRemove={() => setOpen('remove')}
        />
      </div>
      {open === 'edit' && <PondDialog pond={pond} onClose={close} />}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${pond.name}?`}
          words="Only a pond that nothing lies in can go. Change the rules and ladders that name it first."
          failure={remove.error}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ pondId: pond.id })}
          onClose={close}
        />
      )}
    </li>
  )
}
