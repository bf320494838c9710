import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconDoorEnter,
  IconFlag,
  IconSparkles,
  type TablerIcon,
} from '@tabler/icons-react'
import { visitInWords } from '#server/domain/listings/open-houses.words.ts'
import { STATUS_WORD } from '../../../../_homes/home.words.ts'
import { formatMoney } from '../../../../_ui/format.ts'
import { When } from '../../../../_ui/when.tsx'
import type { HomeDetail } from '../../_queries.ts'
import classes from './event-line.module.css'

type Event = HomeDetail['events'][number]

function say({ kind, fromPriceCents, toPriceCents, toStatus, openHouse }: Event): {
  icon: TablerIcon
  words: string
  detail?: string
} {
  switch (kind) {
    case 'New':
      return { icon: IconSparkles, words: 'Came on the market', detail: formatMoney(toPriceCents) }
    case 'BackOnMarket':
      return { icon: IconArrowBackUp, words: 'Back on the market', detail: formatMoney(toPriceCents) }
    case 'StatusChange':
      return { icon: IconFlag, words: `Now ${STATUS_WORD[toStatus].toLowerCase()}` }
    case 'OpenHouse':
      return {
        icon: IconDoorEnter,
        words: 'Open house announced',
        ...(openHouse ? { detail: visitInWords(openHouse) } : {}),
      }
    case 'PriceChange': {
      const down = fromPriceCents !== null && toPriceCents < fromPriceCents
      return {
        icon: down ? IconArrowDown : IconArrowUp,
        words: down ? 'Price reduced' : 'Price raised',
        detail: `${fromPriceCents === null ? '' : `${formatMoney(fromPriceCents)} to `}${formatMoney(toPriceCents)}`,
      }
    }
  }
}

/** What happened to a home, latest first. */
export function EventLine({ events }: { events: readonly Event[] }) {
  if (events.length === 0) return <p className={classes.none}>Nothing since it came over from the old system.</p>
  return (
    <ol className={classes.line}>
      {events.map((event) => {
        const { icon: Icon, words, detail } = say(event)
        return (
          <li key={event.id} className={classes.event}>
            <span className={classes.icon}>
              <Icon size={14} stroke={2} aria-hidden />
            </span>
            <span>
              <span className={classes.words}>{words}</span>
              {detail && <span className={classes.detail}>{detail}</span>}
            </span>
            <span className={classes.when}>
              <When at={event.occurredAt} format="short" />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
