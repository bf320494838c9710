'use client'

import { IconDoorEnter } from '@tabler/icons-react'
import { visitInWords } from '#server/domain/listings/open-houses.words.ts'
import { Section } from '../_ui/section.tsx'
import { useNow } from '../_ui/use-now.ts'
import classes from './open-houses.module.css'

type Visit = { id: string; openHouseStartTime: Date; openHouseEndTime: Date; openHouseRemarks: string | null }

/** When anybody may come and look. Nothing at all where no visit is to come. */
export function OpenHouses({ visits }: { visits: readonly Visit[] }) {
  const now = useNow()
  const ahead = visits.filter(({ openHouseEndTime }) => openHouseEndTime.getTime() > now)
  if (ahead.length === 0) return null
  return (
    <Section title={ahead.length === 1 ? 'Open house' : 'Open houses'}>
      <ul className={classes.visits}>
        {ahead.map((visit) => (
          <li key={visit.id}>
            <IconDoorEnter size={18} stroke={1.6} aria-hidden />
            <span>
              <time dateTime={visit.openHouseStartTime.toISOString()}>{visitInWords(visit)}</time>
              {visit.openHouseRemarks && <span className={classes.note}>{visit.openHouseRemarks}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
