'use client'

import { IconX } from '@tabler/icons-react'
import Link from 'next/link'
import { streetLine, townLine } from '../../../_homes/address.words.ts'
import type { HomeSummary } from '../../../_homes/home.types.ts'
import { bathsOf } from '../../../_homes/home.words.ts'
import { HomeStatus } from '../../../_homes/home-status.tsx'
import { Rooms } from '../../../_homes/rooms.tsx'
import { Money } from '../../../_ui/money.tsx'
import { Photo } from '../../../_ui/photo.tsx'
import classes from './pin-preview.module.css'

/** The home whose pin was tapped, over the map. */
export const PinPreview = ({ home, onClose }: { home: HomeSummary; onClose: () => void }) => (
  <div className={classes.preview}>
    <Link href={`/listings/${home.id}`} className={classes.link}>
      <span className={classes.photo}>
        <Photo src={home.photoUrl} alt="" sizes="140px" />
      </span>
      <span className={classes.words}>
        <Money cents={home.listPriceCents} className={classes.price ?? ''} />
        <Rooms beds={home.bedroomsTotal} baths={bathsOf(home)} sqft={home.livingAreaSqFt} />
        <span className={classes.address}>{streetLine(home)}</span>
        <span className={classes.town}>{townLine(home)}</span>
        <HomeStatus status={home.standardStatus} variant="plain" />
      </span>
    </Link>
    <button type="button" aria-label="Close" className={classes.close} onClick={onClose}>
      <IconX size={18} aria-hidden />
    </button>
  </div>
)
