'use client'

import { IconFlask, IconKey, IconPencil, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { DOOR_SAID } from '#server/domain/leads/doors/doors.words.ts'
import { DotsMenu, MenuItem } from '../../../../_ui/menu.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import shared from '../../_components/settings.module.css'
import type { Source } from '../_queries.ts'
import classes from './sources.module.css'
import type { Open } from './sources.tsx'
import { useSetActive } from './use-sources.ts'

type Props = { source: Source; onOpen: (open: Open) => void }

/** One source: whether it is open, what came by it, and what waits for somebody to look. */
export function SourceRow({ source, onOpen }: Props) {
  const setActive = useSetActive()
  const { name, key, door, isActive, leads30, lastArrivalAt, waiting } = source
  return (
    <li className={classes.row}>
      <div className={shared.words}>
        <p className={shared.name}>{name}</p>
        <p className={shared.detail}>
          {DOOR_SAID[door]} · {key}
        </p>
      </div>
      <p className={`${shared.detail} ${classes.count} ${classes.below}`}>
        {leads30 === 1 ? '1 lead' : `${leads30.toLocaleString('en-US')} leads`} in 30 days
      </p>
      <p className={`${shared.detail} ${classes.below}`}>
        {lastArrivalAt ? (
          <>
            Last <When at={lastArrivalAt} />
          </>
        ) : (
          'Nothing came yet'
        )}
      </p>
      <div className={`${classes.badges} ${classes.below}`}>
        <StatusBadge tone={isActive ? 'good' : 'neutral'}>{isActive ? 'Open' : 'Paused'}</StatusBadge>
        {waiting > 0 && (
          <TextLink underlined href="/leads/waiting">
            {waiting === 1 ? '1 waits' : `${waiting} wait`}
          </TextLink>
        )}
      </div>
      <div className={classes.end}>
        <DotsMenu label={`Actions for ${name}`} size={44}>
          <MenuItem icon={<IconKey size={16} aria-hidden />} onClick={() => onOpen({ what: 'connect', source })}>
            How to connect
          </MenuItem>
          <MenuItem icon={<IconFlask size={16} aria-hidden />} onClick={() => onOpen({ what: 'try', source })}>
            Try it
          </MenuItem>
          <MenuItem icon={<IconPencil size={16} aria-hidden />} onClick={() => onOpen({ what: 'edit', source })}>
            Edit
          </MenuItem>
          <MenuItem
            icon={isActive ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
            onClick={() => setActive(source)}
          >
            {isActive ? 'Pause' : 'Open again'}
          </MenuItem>
        </DotsMenu>
      </div>
    </li>
  )
}
