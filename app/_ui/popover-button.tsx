'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { placeSheet } from './place-sheet.ts'
import classes from './popover-button.module.css'

type Props = {
  /** Names the sheet. */
  label: string
  side?: 'below' | 'right'
  /** What is inside says itself that it is a menu, and needs no room around it. */
  menu?: boolean
  /** Draws the button; what it is given goes onto a real `button`. */
  button: (props: { popoverTarget: string }) => ReactNode
  children: (close: () => void) => ReactNode
}

const FIRST = 'button:not(:disabled), input, select, textarea, a[href], [tabindex="0"]'

/** A button with a sheet beside it, by the browser's own popover: Escape and a click outside close it, focus returns. */
export function PopoverButton({ label, side = 'below', menu = false, button, children }: Props) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState(false)

  useEffect(() => {
    const [holder, popover] = [anchor.current, sheet.current]
    if (!open || !holder || !popover) return
    const place = () => {
      const { innerWidth: width, innerHeight: height } = window
      const { left, top } = placeSheet(
        holder.getBoundingClientRect(),
        popover.getBoundingClientRect(),
        { width, height },
        side,
      )
      popover.style.left = `${left}px`
      popover.style.top = `${top}px`
    }
    const sizes = new ResizeObserver(place)
    sizes.observe(popover)
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    place()
    popover.querySelector<HTMLElement>(FIRST)?.focus({ preventScroll: true })
    return () => {
      sizes.disconnect()
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [open, side])

  return (
    <span ref={anchor} className={classes.anchor}>
      {button({ popoverTarget: id })}
      <div
        ref={sheet}
        id={id}
        popover="auto"
        {...(menu ? { 'data-menu': true } : { role: 'dialog', 'aria-label': label })}
        className={classes.sheet}
        onToggle={(event) => {
          if (event.target !== sheet.current) return
          setSeen(true)
          setOpen(event.newState === 'open')
        }}
      >
        {seen && children(() => sheet.current?.hidePopover())}
      </div>
    </span>
  )
}
