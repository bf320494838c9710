'use client'

import { useOs } from '@mantine/hooks'
import classes from './kbd.module.css'

const names = (mac: boolean): Record<string, string> => ({
  mod: mac ? '⌘' : 'Ctrl',
  enter: '↵',
  shift: '⇧',
  esc: 'Esc',
})

/** Keys as they stand on the reader's keyboard: `mod+K`, or a sequence `g l`. */
export function Kbd({ keys }: { keys: string }) {
  const os = useOs({ getValueInEffect: true })
  const name = names(os === 'macos' || os === 'ios')
  return (
    <span className={classes.keys}>
      {keys.split(/[+ ]/).map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never move
        <kbd key={index} className={classes.key}>
          {name[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}
