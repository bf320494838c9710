'use client'

import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, Suspense } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { Problem } from '../../../../_ui/problem.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import settings from '../../_components/settings.module.css'
import { versionOf } from '../_queries.ts'

function Said({ version }: { version: number }) {
  const { data } = useSuspenseQuery(versionOf(useTRPC(), version))
  return (
    <ol>
      {[...data.rules, data.fallback].map(({ rule, said }) => (
        <li key={rule.id}>
          <strong>{rule.name}</strong>: {said}
        </li>
      ))}
    </ol>
  )
}

/** Earlier rules, back in force at once: two people have published them before. */
export function RollBackDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const rollBack = useMutation(
    trpc.routing.rollBack.mutationOptions({
      meta: { quiet: true },
      onSuccess: async (now) => {
        await queryClient.invalidateQueries(trpc.routing.pathFilter())
        showDone(`The rules of version ${version} are in force again, as version ${now.version}.`)
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    rollBack.mutate({ version, why: String(new FormData(event.currentTarget).get('why')) })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Back to version ${version}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form className={settings.form} method="post" onSubmit={submit}>
        <Problem>{wordsOf(rollBack.error)}</Problem>
        <p className={settings.note}>From the next lead on these rules decide. A draft stays as it is.</p>
        <Suspense fallback={<p className={settings.note}>Loading its rules…</p>}>
          <Said version={version} />
        </Suspense>
        <Textarea
          name="why"
          label="Why"
          required
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={300}
          data-autofocus
          error={wordsAbout('why', rollBack.error)}
        />
        <div className={settings.foot}>
          <Button type="submit" loading={rollBack.isPending}>
            Roll back
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
