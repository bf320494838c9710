'use client'

import { Drawer, NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  LEAD_TYPE_SAID,
  LEAD_TYPES,
  SOURCE_DOOR_SAID,
  SOURCE_DOORS,
  type SourceDoor,
} from '#server/domain/leads/doors/doors.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../../_ui/dialog-form.tsx'
import { showDone } from '../../../../_ui/toast.tsx'
import { type Source, sources } from '../_queries.ts'
import type { Open } from './sources.tsx'
import { useRefreshSources } from './use-sources.ts'

const toKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

type Props = { source?: Source; onClose: () => void; onAdded: (open: Open) => void }

/** A new source, or new facts about one. Its key and its door stand in other people's programs, and stay. */
export function SourceDrawer({ source, onClose, onAdded }: Props) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const refresh = useRefreshSources()
  const [door, setDoor] = useState<SourceDoor>(source?.door ?? 'webhook')
  const [name, setName] = useState(source?.name ?? '')
  const [key, setKey] = useState<string | null>(null)
  const [leadType, setLeadType] = useState(source?.defaultLeadType ?? null)
  const [tags, setTags] = useState(source?.defaultTags ?? [])
  const [origins, setOrigins] = useState(source?.allowedOrigins ?? [])
  const [perMinute, setPerMinute] = useState<string | number>(source?.perMinute ?? 60)
  const [trusts, setTrusts] = useState(source?.trustsNamedAgent ?? false)
  const meta = { quiet: true }
  const change = useMutation(
    trpc.sources.change.mutationOptions({
      meta,
      onSuccess: async () => {
        await refresh()
        showDone('Saved.')
        onClose()
      },
    }),
  )
  const add = useMutation(
    trpc.sources.add.mutationOptions({
      meta,
      onSuccess: async ({ id, secret }) => {
        await refresh()
        const added = queryClient.getQueryData(sources(trpc).queryKey)?.find((each) => each.id === id)
        if (added) onAdded({ what: 'connect', source: added, secret })
        else onClose()
      },
    }),
  )
  const failure = source ? change.error : add.error
  const save = () => {
    const about = {
      ...{ name, defaultLeadType: leadType, defaultTags: tags.map(toKey).filter(Boolean), allowedOrigins: origins },
      ...{ trustsNamedAgent: trusts, perMinute: Number(perMinute) || 60 },
    }
    if (source) change.mutate({ sourceId: source.id, ...about })
    else add.mutate({ ...about, door, key: key ?? toKey(name) })
  }
  return (
    <Drawer opened onClose={onClose} position="right" title={source ? source.name : 'New source'}>
      <DialogForm
        problem={wordsOf(failure)}
        saveWords={source ? 'Save' : 'Add the source'}
        busy={add.isPending || change.isPending}
        onSave={save}
        onCancel={onClose}
      >
        <TextInput
          label="Name"
          description="Stands on each contact who came by it."
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={wordsAbout('name', failure)}
          required
          withAsterisk={false}
          data-autofocus
        />
        {!source && (
          <>
            <Select
              label="How its leads come"
              allowDeselect={false}
              data={SOURCE_DOORS.map((value) => ({ value, label: SOURCE_DOOR_SAID[value] }))}
              value={door}
              onChange={(value) => setDoor(SOURCE_DOORS.find((each) => each === value) ?? 'webhook')}
            />
            <TextInput
              label="Key"
              description="Stands in its address and in rules. It can not be changed later."
              value={key ?? toKey(name)}
              onChange={({ currentTarget }) => setKey(currentTarget.value)}
              error={wordsAbout('key', failure)}
            />
          </>
        )}
        {door === 'form' && (
          <TagsInput
            label="Sites that may send"
            description="Like https://www.example.com; press Enter after each."
            value={origins}
            onChange={setOrigins}
            error={wordsAbout('allowedOrigins', failure)}
          />
        )}
        <Select
          label="What its people want, when it does not say"
          placeholder="Not known"
          clearable
          clearButtonProps={{ 'aria-label': 'Not known' }}
          data={LEAD_TYPES.map((value) => ({ value, label: LEAD_TYPE_SAID[value] }))}
          value={leadType}
          onChange={(value) => setLeadType(LEAD_TYPES.find((each) => each === value) ?? null)}
        />
        <TagsInput label="Tags of each lead" description="Rules can go by them." value={tags} onChange={setTags} />
        {door !== 'csv' && (
          <NumberInput
            label="At most, a minute"
            min={1}
            max={6_000}
            value={perMinute}
            onChange={setPerMinute}
            error={wordsAbout('perMinute', failure)}
          />
        )}
        <Switch
          label="It says which agent gets its leads"
          description={
            door === 'webhook' || door === 'csv'
              ? 'The agent it names has the lead at once, past all rules. The timeline says so.'
              : 'The agent it names has the lead at once, past all rules. Nothing here is signed: anybody who writes by this way can name one.'
          }
          checked={trusts}
          onChange={({ currentTarget }) => setTrusts(currentTarget.checked)}
        />
      </DialogForm>
    </Drawer>
  )
}
