'use client'

import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { View } from './_queries.ts'

type Props = {
  /** Null for one that is kept for the first time. */
  view: View | null
  mayShare: boolean
  onSave: (name: string, shared: boolean) => void
  onClose: () => void
}

/** The name of a view, and whether the office has it too. */
export function ViewDialog({ view, mayShare, onSave, onClose }: Props) {
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.isShared ?? false)
  const [isTried, setTried] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSave(name.trim(), shared)
    else setTried(true)
  }
  return (
    <Modal opened onClose={onClose} title={view ? 'Rename the view' : 'Save these filters as a view'} centered>
      <form onSubmit={save}>
        <Stack>
          <TextInput
            data-autofocus
            label="Name"
            placeholder="My hot leads"
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={isTried && !name.trim() ? 'Give the view a name.' : null}
          />
          {mayShare && (
            <Checkbox
              label="Share with the office"
              description="Everybody gets the tab; each sees the records they may see."
              checked={shared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Save</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
