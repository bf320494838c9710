'use client'

import { useState } from 'react'
import classes from './mail-frame.module.css'

/**
 * A mail as it was sent, walled in: no scripts and no forms run in it, and its links open beside the app. Its origin is
 * ours only so that the page can read how tall it is.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(640)
  return (
    <iframe
      title={title}
      className={classes.frame}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html}
      style={{ height }}
      onLoad={({ currentTarget: { contentDocument } }) =>
        setHeight(Math.min(20_000, Math.max(200, contentDocument?.documentElement.scrollHeight ?? 640)))
      }
    />
  )
}
