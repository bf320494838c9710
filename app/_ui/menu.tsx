'use client'

import { IconDots } from '@tabler/icons-react'
import Link from 'next/link'
import { createContext, type KeyboardEvent, type ReactNode, use } from 'react'
import { IconAction } from './icon-action.tsx'
import classes from './menu.module.css'
import { PopoverButton } from './popover-button.tsx'

const Close = createContext(() => {})

const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const { key, currentTarget } = event
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')]
  const at = items.findIndex((item) => item.matches(':focus'))
  const step = STEPS.get(key)
  const next = step ? items.at((at + step) % items.length) : { Home: items.at(0), End: items.at(-1) }[key]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type MenuProps = {
  /** Names the list. */
  label: string
  button: (props: { popoverTarget: string; 'aria-haspopup': 'menu' }) => ReactNode
  children: ReactNode
}

/** A button with a list of what one can do, by the browser's own popover; arrows, Home and End move, Tab closes. */
export const Menu = ({ label, button, children }: MenuProps) => (
  <PopoverButton label={label} menu button={(props) => button({ ...props, 'aria-haspopup': 'menu' })}>
    {(close) => (
      <div
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={classes.list}
        onKeyDown={(event) => (event.key === 'Tab' ? close() : moveFocus(event))}
      >
        <Close value={close}>{children}</Close>
      </div>
    )}
  </PopoverButton>
)

type DotsProps = { label: string; size?: number; bordered?: boolean; children: ReactNode }

/** The menu behind three dots, at the end of a row or a head. */
export const DotsMenu = ({ label, children, ...look }: DotsProps) => (
  <Menu label={label} button={(props) => <IconAction aria-label={label} icon={IconDots} {...look} {...props} />}>
    {children}
  </Menu>
)

type ItemProps = {
  icon?: ReactNode
  /** At the end: the key that does the same. */
  end?: ReactNode
  danger?: boolean
  disabled?: boolean
  children: ReactNode
} & ({ onClick: () => void; href?: undefined } | { href: string; onClick?: undefined })

/** One thing to do, or a page to go to. */
export function MenuItem({ icon, end, danger, disabled, href, onClick, children }: ItemProps) {
  const close = use(Close)
  const shared = { role: 'menuitem', tabIndex: -1, className: classes.item, 'data-danger': danger || undefined }
  const words = (
    <>
      {icon}
      <span className={classes.words}>{children}</span>
      {end}
    </>
  )
  if (href)
    return (
      <Link {...shared} href={href} onClick={close}>
        {words}
      </Link>
    )
  const choose = () => {
    close()
    onClick?.()
  }
  return (
    <button {...shared} type="button" disabled={disabled} onClick={choose}>
      {words}
    </button>
  )
}

export const MenuLabel = ({ children }: { children: ReactNode }) => <p className={classes.label}>{children}</p>
export const MenuLine = () => <hr className={classes.line} />
