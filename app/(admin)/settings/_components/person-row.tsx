'use client'

import { personStatusWords, roleWords } from '#server/domain/org/org.words.ts'
import { Face } from '../../../_ui/face.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import type { PersonView } from './person.types.ts'
import { PersonMenu } from './person-menu.tsx'
import classes from './settings.module.css'

const tones = { active: 'good', invited: 'waiting', noAccess: 'neutral', removed: 'neutral' } as const

type Props = { person: PersonView; seesActivity: boolean }

export function PersonRow({ person, seesActivity }: Props) {
  const { fullName, title, email, role, office, team, assists, status, mayManage } = person
  const place = [office.name, team?.name, assists && `for ${assists.fullName}`].filter(Boolean).join(' · ')
  return (
    <li className={classes.row} data-quiet={status === 'removed'}>
      <div className={classes.who}>
        <Face name={fullName} />
        <div className={classes.words}>
          <p className={classes.name}>{fullName}</p>
          <p className={classes.detail}>{[title, email].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      <div className={classes.below}>{roleWords[role].name}</div>
      <div className={classes.below}>{place}</div>
      <div className={classes.below}>
        <StatusBadge tone={tones[status]} variant="plain">
          {personStatusWords[status]}
        </StatusBadge>
      </div>
      <div className={classes.end}>{mayManage && <PersonMenu person={person} seesActivity={seesActivity} />}</div>
    </li>
  )
}
