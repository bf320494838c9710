'use client'

import { Stack, TagsInput } from '@mantine/core'
import { FEATURES } from '#server/domain/alerts/criteria.words.ts'
import { FEATURE_WORD } from '../../../../_homes/home.words.ts'
import { Choices } from './choices.tsx'
import type { AlertDraft } from './use-alert-draft.ts'

const OPTIONS = FEATURES.map((value) => ({ value, label: FEATURE_WORD[value] }))

type Props = Pick<AlertDraft, 'ask' | 'problems'> & { criteria: AlertDraft['draft']['criteria'] }

/** What it has to have, and what has to stand in its description. */
export const WordFields = ({ criteria, problems, ask }: Props) => (
  <Stack>
    <Choices
      label="It has all of these"
      inColumns
      options={OPTIONS}
      value={criteria.features}
      onChange={(features) => ask({ features })}
    />
    <TagsInput
      label="Words in its description"
      description="Each word or phrase has to be there, as whole words."
      placeholder={criteria.keywords.length === 0 ? 'live oaks, then Enter' : ''}
      acceptValueOnBlur
      splitChars={[',', ';']}
      value={criteria.keywords}
      error={problems.keywords}
      onChange={(keywords) => ask({ keywords })}
    />
  </Stack>
)
