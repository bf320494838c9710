'use client'

import { IconArrowBackUp, IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { ErrorState } from '../../../../_ui/error-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { changesInWords, mailsInWords, type Version } from '../_versions.words.ts'
import { useGoBack } from './use-go-back.ts'
import classes from './versions.module.css'

type ItemProps = { of: Version; isCurrent: boolean; isGoing: boolean; onGoBack: () => void }

const Item = ({ of: version, isCurrent, isGoing, onGoBack }: ItemProps) => (
  <li className={classes.item} data-current={isCurrent || undefined}>
    <div className={classes.words}>
      <ul className={classes.changes}>
        {changesInWords(version).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={classes.summary}>
        {version.summary}. {version.sentence}.
      </p>
      <p className={classes.meta}>
        Version {version.version}, by {version.by ?? 'the old system'}, <When at={version.at} />
        {version.mails && (
          <>
            {' · '}
            <IconMail size={14} aria-hidden />{' '}
            <TextLink underlined href={`/mails/${version.mails.lastMailId}`}>
              {mailsInWords(version.mails.mails)} under it, the last <When at={version.mails.lastSentAt} />
            </TextLink>
          </>
        )}
      </p>
    </div>
    {isCurrent ? (
      <StatusBadge tone="good">Now</StatusBadge>
    ) : (
      <Action
        icon={IconArrowBackUp}
        disabled={isGoing}
        onClick={onGoBack}
        aria-label={`Go back to version ${version.version}`}
      >
        Go back to this
      </Action>
    )}
  </li>
)

/** How the alert came to ask for what it asks for: who changed what and when, and the way back. */
export function Versions({ id, onWentBack }: { id: string; onWentBack: () => void }) {
  const list = useInfiniteQuery(
    useTRPC().versions.list.infiniteQueryOptions({ searchId: id }, { getNextPageParam: (page) => page.nextCursor }),
  )
  const { goBack, isGoing } = useGoBack(id, onWentBack)
  const current = list.data?.pages[0]?.currentVersion ?? 0
  return (
    <div className={classes.place}>
      <Section title="What it asked for over time" flush>
        {list.isPending && <ListSkeleton shape="lines" rows={3} label="Loading the versions" />}
        {list.isError && <ErrorState title="The versions did not load" onRetry={() => void list.refetch()} />}
        <ol className={classes.list}>
          {list.data?.pages.flatMap(({ items }) =>
            items.map((version) => (
              <Item
                key={version.version}
                of={version}
                isCurrent={version.version === current}
                isGoing={isGoing}
                onGoBack={() => void goBack({ to: version.version, from: current })}
              />
            )),
          )}
        </ol>
        {list.hasNextPage && (
          <div className={classes.more}>
            <Action wide disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show earlier
            </Action>
          </div>
        )}
      </Section>
    </div>
  )
}
