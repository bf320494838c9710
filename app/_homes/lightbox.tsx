'use client'

import { ActionIcon, Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { HomePhoto } from '#server/domain/listings/listings.views.ts'
import { Photo } from '../_ui/photo.tsx'
import unseen from '../_ui/unseen.module.css'
import classes from './lightbox.module.css'

type Props = { photos: readonly HomePhoto[]; of: string; start: number; onClose: () => void }

/** All photos, one at a time; arrows move, Escape closes. */
export function Lightbox({ photos, of, start, onClose }: Props) {
  const [at, setAt] = useState(start)
  const photo = photos[at]
  const move = (by: number) => setAt((current) => (current + by + photos.length) % photos.length)
  useHotkeys([
    ['ArrowLeft', () => move(-1)],
    ['ArrowRight', () => move(1)],
  ])
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      title={`Photos of ${of}`}
      classNames={{ content: classes.content, body: classes.body, header: unseen.unseen }}
    >
      <div className={classes.bar}>
        <span aria-live="polite">
          {at + 1} of {photos.length}
        </span>
        <ActionIcon variant="transparent" c="white" size={44} aria-label="Close photos" onClick={onClose}>
          <IconX aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.stage}>
        <Photo key={photo?.url} src={photo?.url} alt={photo?.words ?? `Photo ${at + 1} of ${of}`} sizes="100vw" eager />
        {photo?.words && <p className={classes.words}>{photo.words}</p>}
      </div>
      {photos.length > 1 && (
        <>
          <ActionIcon
            className={classes.previous}
            variant="white"
            size={44}
            radius="xl"
            aria-label="Previous photo"
            onClick={() => move(-1)}
          >
            <IconChevronLeft aria-hidden />
          </ActionIcon>
          <ActionIcon
            className={classes.next}
            variant="white"
            size={44}
            radius="xl"
            aria-label="Next photo"
            onClick={() => move(1)}
          >
            <IconChevronRight aria-hidden />
          </ActionIcon>
        </>
      )}
    </Modal>
  )
}
