'use client'

import { IconPencil, IconPin, IconPinFilled, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { DotsMenu, MenuItem } from '../../../../_ui/menu.tsx'
import { useKeySequences } from '../../../../_ui/use-key-sequences.ts'
import { When } from '../../../../_ui/when.tsx'
import { type Note, notesOf } from '../../_queries.ts'
import classes from './contact-notes.module.css'
import { NoteField } from './note-field.tsx'
import { type NoteChanges, useNotes } from './use-notes.ts'

const icon = (Icon: typeof IconPin) => <Icon size={16} aria-hidden />

function NoteRow({ note, notes }: { note: Note; notes: NoteChanges }) {
  const { text, pinned, author, createdAt, updatedAt, mayEdit } = note
  const [isEditing, setEditing] = useState(false)
  const isEdited = updatedAt.getTime() - createdAt.getTime() > 60_000
  if (isEditing) {
    return (
      <li className={classes.note}>
        <NoteField
          label="Edit the note"
          text={text}
          onSave={(words) => {
            notes.edit(note, words)
            setEditing(false)
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li className={classes.note} data-pinned={pinned || undefined}>
      <p className={classes.text}>{text}</p>
      <p className={classes.foot}>
        {pinned && (
          <span className={classes.pinned}>
            <IconPinFilled size={12} aria-hidden /> Pinned
          </span>
        )}
        {author && <span>{author.fullName}</span>}
        <When at={createdAt} />
        {isEdited && (
          <span>
            edited <When at={updatedAt} />
          </span>
        )}
      </p>
      <span className={classes.menu}>
        <DotsMenu label={`More for the note “${text.slice(0, 30)}”`}>
          <MenuItem icon={icon(pinned ? IconPinnedOff : IconPin)} onClick={() => notes.pin(note, !pinned)}>
            {pinned ? 'Let it go down' : 'Pin on top'}
          </MenuItem>
          {mayEdit && (
            <MenuItem icon={icon(IconPencil)} onClick={() => setEditing(true)}>
              Edit
            </MenuItem>
          )}
          <MenuItem danger icon={icon(IconTrash)} onClick={() => notes.remove(note)}>
            Remove
          </MenuItem>
        </DotsMenu>
      </span>
    </li>
  )
}

/** What was written down about a contact, and a field for more; `n` goes there. */
export function ContactNotes({ contactId }: { contactId: string }) {
  const list = useSuspenseInfiniteQuery(notesOf(useTRPC(), contactId))
  const notes = useNotes(contactId)
  const field = useRef<HTMLTextAreaElement>(null)
  useKeySequences({ n: () => field.current?.focus() })
  const items = list.data.pages.flatMap((page) => page.items)
  return (
    <>
      <NoteField
        label="New note"
        placeholder="What should you, or a colleague, know next time?"
        inputRef={field}
        onSave={notes.add}
      />
      {items.length > 0 && (
        <ul className={classes.notes} aria-label="Notes">
          {items.map((note) => (
            <NoteRow key={note.id} note={note} notes={notes} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Action wide disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          Show earlier notes
        </Action>
      )}
    </>
  )
}
