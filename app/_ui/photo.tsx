'use client'

import { IconHome } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './photo.module.css'

const WIDTHS = [320, 640, 960, 1440, 1920]

type Props = {
  src: string | null | undefined
  /** Empty when the words beside it say the same. */
  alt: string
  /** CSS `sizes`: how wide it stands on the page. */
  sizes: string
  /** width / height; leave out to fill the parent. */
  ratio?: number
  /** The first picture of a page: loaded at once. */
  eager?: boolean
}

const at = (src: string, width: number) => `${src}${src.includes('?') ? '&' : '?'}w=${width}`

/** A picture in the width the screen needs, with its place kept before it arrives and a house where none came. */
export function Photo({ src, alt, sizes, ratio, eager = false }: Props) {
  const [broken, setBroken] = useState(false)
  return (
    <span className={classes.frame} style={ratio ? { aspectRatio: ratio } : { height: '100%' }}>
      {src && !broken ? (
        // biome-ignore lint/performance/noImgElement: the photo server makes the widths; a second resizer in between would only add time
        <img
          src={at(src, 960)}
          srcSet={WIDTHS.map((width) => `${at(src, width)} ${width}w`).join(', ')}
          sizes={sizes}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          fetchPriority={eager ? 'high' : 'auto'}
          decoding="async"
          onError={() => setBroken(true)}
        />
      ) : (
        <span className={classes.none} role="img" aria-label={alt || 'No photo'}>
          <IconHome size={28} stroke={1.25} aria-hidden />
        </span>
      )}
    </span>
  )
}
