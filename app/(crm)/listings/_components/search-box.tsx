'use client'

import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { SearchField } from '../../../_ui/search-field.tsx'
import classes from './filter-bar.module.css'

type Props = { q: string | undefined; onChange: (q: string | undefined) => void }

/** Finds by street or MLS number, a moment after the last key. */
export function SearchBox({ q, onChange }: Props) {
  const [text, setText] = useState(q ?? '')
  const [known, setKnown] = useState(q)
  const [sent, setSent] = useState(q)
  // Back, or a chip's cross, changes the box; our own search coming back must not undo what was typed since.
  if (q !== known) {
    setKnown(q)
    if (q !== sent) setText(q ?? '')
  }
  const search = useDebouncedCallback((typed: string) => {
    const next = typed.trim() || undefined
    setSent(next)
    onChange(next)
  }, 250)
  const type = (value: string) => {
    setText(value)
    search(value)
  }
  return <SearchField label="Street or MLS number" className={classes.search} value={text} onChange={type} />
}
