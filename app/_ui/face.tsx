'use client'

import { useState } from 'react'
import classes from './face.module.css'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

type Props = { name: string; src?: string | null; size?: number }

/** A person's picture, or their initials where none came. Decorative: the name always stands beside it. */
export function Face({ name, src, size = 32 }: Props) {
  const [broken, setBroken] = useState(false)
  const style = { width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.38)) }
  return (
    <span className={classes.face} style={style} aria-hidden>
      {src && !broken ? (
        // biome-ignore lint/performance/noImgElement: the photo server makes the width that is asked for
        <img src={src} alt="" width={size} height={size} loading="lazy" onError={() => setBroken(true)} />
      ) : (
        initials(name)
      )}
    </span>
  )
}
