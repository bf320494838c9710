'use client'

import { IconKeyboard, IconLogout } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { Face } from '../_ui/face.tsx'
import { Kbd } from '../_ui/kbd.tsx'
import { PopoverButton } from '../_ui/popover-button.tsx'
import unseen from '../_ui/unseen.module.css'
import type { SignedIn } from './crm-shell.tsx'
import { signOut } from './sign-out.ts'
import classes from './user-menu.module.css'

const ColorSchemeControl = dynamic(
  () => import('../_ui/color-scheme-control.tsx').then((module) => module.ColorSchemeControl),
  { loading: () => <div className={classes.themePlace} /> },
)

const AvailabilityControl = dynamic(
  () => import('./availability-control.tsx').then((module) => module.AvailabilityControl),
  { loading: () => <div className={classes.availabilityPlace} /> },
)

/** Who is signed in: whether leads may come, theme, shortcuts, and the way out. */
export const UserMenu = ({ person, onHelp }: { person: SignedIn; onHelp: () => void }) => (
  <PopoverButton
    label="Your menu"
    side="right"
    button={(props) => (
      <button type="button" className={classes.button} {...props}>
        <Face name={person.fullName} size={32} />
        <span className={unseen.unseen}>Your menu, {person.fullName}</span>
      </button>
    )}
  >
    {(close) => (
      <div className={classes.menu}>
        <div className={classes.who}>
          <p className={classes.name}>{person.fullName}</p>
          <p className={classes.email}>{person.email}</p>
        </div>
        <AvailabilityControl onClose={close} />
        <div className={classes.theme}>
          <ColorSchemeControl />
        </div>
        <button
          type="button"
          className={classes.item}
          onClick={() => {
            close()
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
      </div>
    )}
  </PopoverButton>
)
