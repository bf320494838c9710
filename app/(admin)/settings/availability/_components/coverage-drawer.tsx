'use client'

import { Drawer } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Bone } from '../../../../_ui/bone.tsx'
import { DialogForm } from '../../../../_ui/dialog-form.tsx'
import { Problem } from '../../../../_ui/problem.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import settings from '../../_components/settings.module.css'
import { coverageOf } from '../_queries.ts'
import { type Where, WhereField } from './where-field.tsx'

type Person = { id: string; fullName: string }
type Props = { person: Person; mapStyleUrl: string | undefined; onClose: () => void }

function CoverageForm({ person, saved, mapStyleUrl, onClose }: Props & { saved: Where }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [where, setWhere] = useState<Where>(saved)
  const save = useMutation(
    trpc.availability.setCoverage.mutationOptions({
      meta: { quiet: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.availability.pathFilter())
        showDone(`Saved. The next lead for ${person.fullName} counts by it.`)
        onClose()
      },
    }),
  )
  const onSave = () => {
    const { citySlugs, postalCodes, areas } = where
    save.mutate({ personId: person.id, citySlugs, postalCodes, areas })
  }
  return (
    <DialogForm problem={wordsOf(save.error)} busy={save.isPending} onSave={onSave} onCancel={onClose}>
      <p className={settings.note}>One of them is enough; all empty means everywhere.</p>
      <WhereField
        isOwn={false}
        {...where}
        mapStyleUrl={mapStyleUrl}
        problem={wordsAbout('areas', save.error) ?? undefined}
        onChange={(over) => setWhere((now) => ({ ...now, ...over }))}
      />
    </DialogForm>
  )
}

/** Where one of one's people takes leads. */
export function CoverageDrawer({ person, mapStyleUrl, onClose }: Props) {
  const { data, error } = useQuery(coverageOf(useTRPC(), person.id))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`Where ${person.fullName} takes leads`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Problem>{wordsOf(error)}</Problem>
      {data ? (
        <CoverageForm person={person} saved={data} mapStyleUrl={mapStyleUrl} onClose={onClose} />
      ) : (
        !error && <Bone height={240} />
      )}
    </Drawer>
  )
}
