'use client'

import { useEffect, useRef } from 'react'
import classes from './row-check.module.css'

type Props = { label: string; checked: boolean; mixed?: boolean; onToggle: (range: boolean) => void }

/** A checkbox with room for a thumb; told whether shift was held. */
export function RowCheck({ label, checked, mixed = false, onToggle }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed && !checked
  }, [mixed, checked])
  return (
    <label className={classes.check} data-check>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={({ nativeEvent }) => onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  )
}
