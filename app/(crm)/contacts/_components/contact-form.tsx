'use client'

import { Alert, Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CreateContactInput } from '#server/domain/contacts/contacts.schema.ts'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { Kbd } from '../../../_ui/kbd.tsx'
import { useLater } from '../../../_ui/use-later.ts'
import type { ContactDraft } from '../_contact-form.ts'
import { agentsToPick } from '../_queries.ts'
import { isStage, STAGES } from '../_stages.words.ts'
import classes from './contact-form.module.css'
import { loadContactCheck } from './use-kept-draft.ts'

type Props = {
  draft: ContactDraft
  onChange: (draft: ContactDraft) => void
  onSave: (contact: CreateContactInput) => void
  onCancel: () => void
  isSaving: boolean
  /** Why the server did not take it. */
  problem: string | null
  /** Above the fields, e.g. that somebody else was quicker. */
  notice?: ReactNode
  saveWord: string
}

const STAGE_OPTIONS = CONTACT_STAGES.map((value) => ({ value, label: STAGES[value].label }))

/** The fields of a contact, for a new one and for a change alike. */
export function ContactForm({ draft, onChange, onSave, onCancel, isSaving, problem, notice, saveWord }: Props) {
  const agents = useQuery(agentsToPick(useTRPC())).data ?? []
  const [isTried, setTried] = useState(false)
  const check = useLater(loadContactCheck)
  const shown: Partial<Record<string, string>> = (isTried && check?.checkContact(draft).problems) || {}
  const save = async () => {
    const { contact } = (check ?? (await loadContactCheck())).checkContact(draft)
    if (contact) onSave(contact)
    else setTried(true)
  }
  useHotkeys([['mod+Enter', () => void save()]], [])
  const text = (key: 'fullName' | 'email' | 'phone' | 'source') => ({
    value: draft[key],
    error: shown[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...draft, [key]: event.currentTarget.value }),
  })

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack>
        {notice}
        {problem && (
          <Alert color="red" role="alert" title="The contact was not saved">
            {problem} Nothing you typed is lost.
          </Alert>
        )}
        <TextInput label="Name" withAsterisk autoComplete="off" {...text('fullName')} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="E-mail address" type="email" inputMode="email" autoComplete="off" {...text('email')} />
          <TextInput label="Phone" type="tel" inputMode="tel" autoComplete="off" {...text('phone')} />
          <Select
            label="Stage"
            data={STAGE_OPTIONS}
            allowDeselect={false}
            value={draft.stage}
            onChange={(stage) => isStage(stage) && onChange({ ...draft, stage })}
          />
          <TextInput label="Came from" placeholder="Open house, website, a friend…" {...text('source')} />
          {agents.length > 1 && (
            <Select
              label="Agent"
              placeholder="You"
              searchable
              data={agents.map(({ id, fullName }) => ({ value: id, label: fullName }))}
              value={draft.agentId ?? null}
              error={shown.agentId}
              onChange={(agentId) => onChange({ ...draft, agentId: agentId ?? undefined })}
            />
          )}
        </SimpleGrid>
        <Group gap="xs">
          <Button type="submit" loading={isSaving}>
            {saveWord}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <span className={classes.hint}>
            <Kbd keys="mod+enter" /> saves
          </span>
        </Group>
      </Stack>
    </form>
  )
}
