'use client'

import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type TouchEvent, useRef, useState } from 'react'
import { Photo } from '../../../_ui/photo.tsx'
import classes from './card-photos.module.css'

/** As far as a thumb goes when it means the next photo. */
const SWIPE = 36

type Props = { urls: readonly string[]; eager: boolean; sizes: string }

/** The photos of a home, one at a time: swiped, or turned with the arrows that a pointer finds. */
export function CardPhotos({ urls, eager, sizes }: Props) {
  const [at, setAt] = useState(0)
  /** Only who turns pays for more than the first. */
  const [seen, setSeen] = useState(1)
  const start = useRef<{ x: number; y: number } | null>(null)
  const swiped = useRef(false)
  const turn = (by: number) => {
    const next = Math.max(0, Math.min(urls.length - 1, at + by))
    setSeen(Math.max(seen, next + 2))
    setAt(next)
  }
  const down = ({ touches }: TouchEvent) => {
    const touch = touches.item(0)
    swiped.current = false
    start.current = touch ? { x: touch.clientX, y: touch.clientY } : null
    setSeen(Math.max(seen, 2))
  }
  const up = ({ changedTouches }: TouchEvent) => {
    const touch = changedTouches.item(0)
    if (!touch || !start.current) return
    const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y]
    if (Math.abs(x) < SWIPE || Math.abs(x) < Math.abs(y)) return
    swiped.current = true
    turn(x < 0 ? 1 : -1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the link around it is the control; this only turns its photos
    <span
      role="presentation"
      className={classes.photos}
      onTouchStart={down}
      onTouchEnd={up}
      onClickCapture={(event) => {
        // A swipe is no tap: it would have opened the home.
        if (swiped.current) event.preventDefault()
        swiped.current = false
      }}
      onMouseEnter={() => setSeen(Math.max(seen, 2))}
    >
      <span className={classes.strip} style={{ transform: `translateX(${-100 * at}%)` }}>
        {(urls.length > 0 ? urls.slice(0, seen) : [null]).map((url, index) => (
          <span key={url} className={classes.photo}>
            <Photo src={url} alt="" sizes={sizes} eager={eager && index === 0} />
          </span>
        ))}
      </span>
      {urls.length > 1 && (
        <>
          <span className={classes.dots} aria-hidden>
            {urls.map((url, index) => (
              <span key={url} data-on={index === at || undefined} />
            ))}
          </span>
          {[-1, 1].map((by) => (
            // Beside the link's own words there is nothing to learn here: photos are read on the home's page.
            <span
              key={by}
              aria-hidden
              className={classes.arrow}
              data-next={by === 1 || undefined}
              data-off={at + by < 0 || at + by >= urls.length || undefined}
              onClick={(event) => {
                event.preventDefault()
                turn(by)
              }}
            >
              {by === 1 ? <IconChevronRight size={18} /> : <IconChevronLeft size={18} />}
            </span>
          ))}
        </>
      )}
    </span>
  )
}
