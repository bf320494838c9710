'use client'

import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { useState } from 'react'
import { ColorSchemeControl } from '../_ui/color-scheme-control.tsx'
import { Face } from '../_ui/face.tsx'
import { Kbd } from '../_ui/kbd.tsx'
import type { SignedIn } from './crm-shell.tsx'
import { signOut } from './sign-out.ts'
import classes from './user-menu.module.css'

/** Who is signed in: theme, shortcuts, and the way out. */
export function UserMenu({ person, onHelp }: { person: SignedIn; onHelp: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover position="right-end" width={240} trapFocus opened={open} onChange={setOpen}>
      <Popover.Target>
        <UnstyledButton className={classes.button} onClick={() => setOpen(!open)}>
          <Face name={person.fullName} size={32} />
          <VisuallyHidden>Your menu, {person.fullName}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label="Your menu">
        <div className={classes.who}>
          <Text fz="sm" fw={600} truncate>
            {person.fullName}
          </Text>
          <Text fz="xs" c="dimmed" truncate>
            {person.email}
          </Text>
        </div>
        <div className={classes.theme}>
          <ColorSchemeControl />
        </div>
        <button
          type="button"
          className={classes.item}
          onClick={() => {
            setOpen(false)
            onHelp()
          }}
        >
          <IconKeyboard size={16} aria-hidden />
          <span className={classes.label}>Keyboard shortcuts</span>
          <Kbd keys="?" />
        </button>
        <button type="button" className={classes.item} onClick={signOut}>
          <IconLogout size={16} aria-hidden />
          <span className={classes.label}>Sign out</span>
        </button>
      </Popover.Dropdown>
    </Popover>
  )
}
