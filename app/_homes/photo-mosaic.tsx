'use client'

import { IconPhoto } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { HomePhoto } from '#server/domain/listings/listings.views.ts'
import { Photo } from '../_ui/photo.tsx'
import classes from './photo-mosaic.module.css'

const Lightbox = dynamic(() => import('./lightbox.tsx').then((module) => module.Lightbox), { ssr: false })

/** One large photo and up to four small ones; any of them opens all. */
export function PhotoMosaic({ photos, of }: { photos: readonly HomePhoto[]; of: string }) {
  const [open, setOpen] = useState<number | null>(null)
  const shown = photos.slice(0, 5)
  if (shown.length === 0) {
    return (
      <div className={classes.single}>
        <Photo src={null} alt="No photos yet" sizes="100vw" />
      </div>
    )
  }
  return (
    <div className={classes.mosaic} data-count={shown.length}>
      {shown.map(({ url, words }, index) => (
        <button
          key={url}
          type="button"
          className={classes.tile}
          onClick={() => setOpen(index)}
          aria-label={`Photo ${index + 1} of ${photos.length}${words ? `: ${words}` : ''}`}
        >
          <Photo
            src={url}
            alt=""
            eager={index === 0}
            sizes={index === 0 ? '(max-width: 720px) 100vw, 640px' : '320px'}
          />
        </button>
      ))}
      <span className={classes.count}>
        <IconPhoto size={16} aria-hidden /> {photos.length} {photos.length === 1 ? 'photo' : 'photos'}
      </span>
      {open !== null && <Lightbox photos={photos} of={of} start={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
