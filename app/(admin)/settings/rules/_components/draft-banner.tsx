'use client'

import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import unseen from '../../../../_ui/unseen.module.css'
import { When } from '../../../../_ui/when.tsx'
import type { Draft } from '../_queries.ts'
import classes from './draft-banner.module.css'
import { PublishActions } from './publish-actions.tsx'
import { useRuleSets } from './use-rule-sets.ts'

const Step = ({ done, children }: { done: boolean; children: React.ReactNode }) => (
  <li className={classes.step} data-done={done || undefined}>
    {done ? <IconCircleCheckFilled size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
    <span>
      {children}
      <span className={unseen.unseen}>{done ? ' (done)' : ' (still to do)'}</span>
    </span>
  </li>
)

/** That it is only a draft, and the three steps to force: tried, proposed, published by somebody else. */
export function DraftBanner({ draft }: { draft: Draft }) {
  const sets = useRuleSets()
  const [isSure, setSure] = useState(false)
  const { revision, editedAt, createdBy, proposedBy, wasTried, mayPublish } = draft
  return (
    <section className={classes.banner} aria-label="The draft">
      <div className={classes.words}>
        <h2 className={classes.title}>A draft: nothing here is in force</h2>
        <p className={classes.soft}>
          Begun by {createdBy?.fullName ?? 'nobody'}, last changed <When at={editedAt} />.
        </p>
      </div>
      <ol className={classes.steps} aria-label="The way into force">
        <Step done={wasTried}>Tried in the wind tunnel as it stands</Step>
        <Step done={proposedBy !== null}>{proposedBy ? `Proposed by ${proposedBy.fullName}` : 'Proposed'}</Step>
        <Step done={false}>Published by somebody else</Step>
      </ol>
      <div className={classes.actions}>
        {proposedBy === null ? (
          <Action primary disabled={sets.isBusy} onClick={() => sets.propose(revision)}>
            Propose it
          </Action>
        ) : (
          <PublishActions
            disabled={sets.isBusy || !mayPublish || !wasTried}
            title={mayPublish ? undefined : 'You have proposed it: another admin has to publish it.'}
            onPublish={(from) => sets.publish(revision, from)}
          />
        )}
        {isSure ? (
          <>
            <Action disabled={sets.isBusy} onClick={() => sets.discard(revision)}>
              Yes, throw it away
            </Action>
            <Action onClick={() => setSure(false)}>Keep it</Action>
          </>
        ) : (
          <Action onClick={() => setSure(true)}>Throw it away</Action>
        )}
        {proposedBy !== null && !mayPublish && (
          <span className={classes.soft}>You have proposed it: another admin publishes it.</span>
        )}
        {proposedBy !== null && mayPublish && !wasTried && (
          <span className={classes.soft}>It can be published once it was tried as it stands.</span>
        )}
      </div>
    </section>
  )
}
