'use client'

import { Modal } from '@mantine/core'
import type { Role } from '#server/generated/prisma/enums.ts'
import { Kbd } from '../_ui/kbd.tsx'
import { pagesFor } from './pages.ts'
import classes from './shortcuts-dialog.module.css'

type Props = { role: Role; opened: boolean; onClose: () => void }

const everywhere = [
  { keys: 'mod+K', does: 'Find anything, do anything' },
  { keys: 'j', does: 'Next in a list' },
  { keys: 'k', does: 'Previous in a list' },
  { keys: 'enter', does: 'Open it' },
  { keys: 'e', does: 'Edit what is open, or the row' },
  { keys: 'n', does: 'New task in the calendar, new note on a contact' },
  { keys: 't', does: 'New task for a contact' },
  { keys: 'w', does: 'Write down a call, a text, a mail or a visit' },
  { keys: 's', does: 'Move the task to tomorrow' },
  { keys: 'x', does: 'Pick the row' },
  { keys: 'shift+X', does: 'Pick all since the last one' },
  { keys: 'esc', does: 'Let the picked rows go' },
  { keys: 'mod+enter', does: 'Save a form' },
  { keys: '?', does: 'This list' },
]

/** All shortcuts on one sheet. */
export function ShortcutsDialog({ role, opened, onClose }: Props) {
  const { main, foot } = pagesFor(role)
  const groups = [
    { title: 'Go to', lines: [...main, ...foot].map(({ keys, label }) => ({ keys, does: label })) },
    { title: 'Everywhere', lines: everywhere },
  ]
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="lg" centered>
      <div className={classes.groups}>
        {groups.map(({ title, lines }) => (
          <div key={title}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.lines}>
              {lines.map(({ keys, does }) => (
                <div key={keys} className={classes.line}>
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Modal>
  )
}
