'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { featureOf } from '../_feature.ts'
import { moves } from '../_queries.ts'
import classes from './cut-over.module.css'
import { FeatureDetail } from './feature-detail.tsx'
import { FeatureList } from './feature-list.tsx'

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** Feature by feature from the old system to this one, and what speaks for each step. */
export function CutOver() {
  const { data } = useSuspenseQuery(moves(useTRPC()))
  const { feature, isPicked } = featureOf(useSearchParams().get('feature'))
  const move = data.find((one) => one.feature === feature) ?? data[0]
  const count = (master: string) => data.filter((one) => one.master === master).length
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Cut-over"
        description={`${many(count('palmetto'), 'feature')} moved, ${count('both')} kept in both systems, ${count('legacy')} still in the old one. Each step asks for evidence, and each can be taken back.`}
        actions={<ActionLink href="/operations/legacy">Legacy sync</ActionLink>}
      />
      <div className={classes.columns} data-picked={isPicked || undefined}>
        <FeatureList moves={data} shown={feature} isPicked={isPicked} />
        {move && <FeatureDetail key={move.feature} move={move} />}
      </div>
    </div>
  )
}
