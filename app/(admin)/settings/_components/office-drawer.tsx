'use client'

import { Drawer, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../_ui/dialog-form.tsx'
import { showDone } from '../../../_ui/toast.tsx'
import type { OfficeView } from './person.types.ts'
import { useRefreshPeople } from './use-refresh-people.ts'

const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']
const zoneWords = (zone: string) => zone.replace(/^.*\//, '').replaceAll('_', ' ')

/** A new office, or new facts about one. */
export function OfficeDrawer({ office, onClose }: { office?: OfficeView; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshPeople()
  const [timeZone, setTimeZone] = useState(office?.timeZone ?? 'America/New_York')
  const options = {
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      showDone('Saved.')
      onClose()
    },
  }
  const create = useMutation(trpc.org.createOffice.mutationOptions(options))
  const update = useMutation(trpc.org.updateOffice.mutationOptions(options))
  const failure = office ? update.error : create.error
  const save = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const facts = { name: text('name'), postalAddress: text('postalAddress'), phone: text('phone'), timeZone }
    if (office) update.mutate({ officeId: office.id, ...facts })
    else create.mutate(facts)
  }
  const field = (name: 'name' | 'postalAddress' | 'phone', label: string, description?: string) => (
    <TextInput
      name={name}
      label={label}
      description={description}
      defaultValue={office?.[name] ?? ''}
      required
      withAsterisk={false}
      error={wordsAbout(name, failure)}
      {...(name === 'name' ? { 'data-autofocus': true } : {})}
    />
  )
  return (
    <Drawer opened onClose={onClose} position="right" title={office ? office.name : 'New office'}>
      <DialogForm
        problem={wordsOf(failure)}
        busy={create.isPending || update.isPending}
        onSave={save}
        onCancel={onClose}
      >
        {field('name', 'Name')}
        {field(
          'postalAddress',
          'Postal address',
          'One line. It stands at the foot of every mail, as the law wants it.',
        )}
        {field('phone', 'Phone')}
        <Select
          label="Time zone"
          allowDeselect={false}
          data={[...new Set([timeZone, ...ZONES])].map((zone) => ({ value: zone, label: zoneWords(zone) }))}
          value={timeZone}
          onChange={(zone) => zone && setTimeZone(zone)}
        />
      </DialogForm>
    </Drawer>
  )
}
