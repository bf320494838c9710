import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { TunnelRun } from '../_queries.ts'
import classes from './tunnel.module.css'

const FIRST = 10

type Props = { examples: TunnelRun['examples']; nameOf: (id: string | null) => string }

/** The latest leads that would have gone to somebody else, so that one can ask whether that is meant. */
export function Examples({ examples, nameOf }: Props) {
  if (examples.length === 0) return null
  return (
    <div>
      <h3 className={classes.title}>The latest that would have changed hands</h3>
      <ul className={classes.examples}>
        {examples.slice(0, FIRST).map(({ inquiryId, ruleName, fromId, toId, receivedAt, contact }) => (
          <li key={inquiryId}>
            {contact ? (
              <TextLink underlined href={`/contacts/${contact.id}`}>
                {contact.fullName}
              </TextLink>
            ) : (
              'Somebody'
            )}
            , <When at={receivedAt} />: {nameOf(fromId)} → {nameOf(toId)}, by “{ruleName}”
          </li>
        ))}
      </ul>
    </div>
  )
}
