'use client'

import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import { ColorSchemeControl } from '../_ui/color-scheme-control.tsx'
import { Face } from '../_ui/face.tsx'
import { Kbd } from '../_ui/kbd.tsx'
import type { SignedIn } from './crm-shell.tsx'
import { signOut } from './sign-out.ts'
import classes from './user-menu.module.css'

/** Who is signed in: theme, shortcuts, and the way out. */
export function UserMenu({ person, onHelp }: { person: SignedIn; onHelp: () => void }) {
  return (
    <Menu position="right-end" width={240} trapFocus>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <Face name={person.fullName} size={32} />
          <VisuallyHidden>Your menu, {person.fullName}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          rightSection={<Kbd keys="?" />}
          onClick={onHelp}
        >
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
