'use client'

import { useEffect, useRef, useState } from 'react'
import classes from './mail-frame.module.css'

const TALLEST = 20_000

/**
 * A mail as it was sent, walled in: no scripts and no forms run in it, and its links open beside the app. Its origin is
 * ours only so that the page can read how tall it is.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(640)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const sizes = new ResizeObserver(() => {
      const body = element.contentDocument?.body
      if (body) setHeight(Math.min(TALLEST, Math.ceil(body.getBoundingClientRect().height)))
    })
    const watch = () => {
      sizes.disconnect()
      if (element.contentDocument?.body) sizes.observe(element.contentDocument.body)
    }
    // It may have loaded before the page was alive, and its pictures come later still.
    watch()
    element.addEventListener('load', watch)
    return () => {
      sizes.disconnect()
      element.removeEventListener('load', watch)
    }
  }, [])

  return (
    <iframe
      ref={frame}
      title={title}
      className={classes.frame}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html}
      style={{ height }}
    />
  )
}
