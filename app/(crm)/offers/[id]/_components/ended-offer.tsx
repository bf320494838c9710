import { IconClockX, IconHandStop, IconRotateClockwise2, IconUserCheck, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PASS_REASON_WORDS, spanInWords } from '#server/domain/leads/offers/offers.words.ts'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { Offer } from '../../_queries.ts'
import type { Standing } from '../../_standing.ts'

type Ended = Exclude<Standing, { kind: 'live' } | { kind: 'mine' }>
type Said = { icon: TablerIcon; title: string; words: ReactNode }

function say({ mine }: Offer, standing: Ended): Said {
  switch (standing.kind) {
    case 'taken':
      return {
        icon: IconUserCheck,
        title: `${standing.by} has it`,
        words: (
          <>
            Taken at <When at={standing.at} format="clock" />, {spanInWords(standing.tookMs)} after it was offered. The
            next one may be yours.
          </>
        ),
      }
    case 'passed':
      return {
        icon: IconHandStop,
        title: 'You passed',
        words: (
          <>
            At <When at={standing.at} format="clock" />
            {mine.passReason && `: ${PASS_REASON_WORDS[mine.passReason].toLowerCase()}`}. That counts as an answer, and
            the next one was asked at once.
          </>
        ),
      }
    case 'missed':
      return {
        icon: IconClockX,
        title: 'The time was up',
        words: (
          <>
            It went on at <When at={standing.at} format="clock" />. If you can not answer for a while, set yourself to
            away in your menu: nobody is asked while they are away.
          </>
        ),
      }
    case 'unreached':
      return {
        icon: IconClockX,
        title: 'It could not be delivered in time',
        words: (
          <>
            No mail, no message and no notification left us in time, so it went on at{' '}
            <When at={standing.at} format="clock" />. You have missed nothing.
          </>
        ),
      }
    case 'withdrawn':
      return {
        icon: IconRotateClockwise2,
        title: 'It was taken back',
        words: (
          <>
            At <When at={standing.at} format="clock" /> the lead was given to somebody by hand. You have missed nothing.
          </>
        ),
      }
  }
}

/** An offer that is over for whoever reads it: who has it, or why not they. */
export function EndedOffer({ offer, standing }: { offer: Offer; standing: Ended }) {
  const { icon, title, words } = say(offer, standing)
  return (
    <>
      <PageHeader trail={<TextLink href="/leads">Leads</TextLink>} title={offer.headline} />
      <Section>
        <EmptyState icon={icon} title={title} action={<ActionLink href="/leads">All leads</ActionLink>}>
          {words}
        </EmptyState>
      </Section>
    </>
  )
}
