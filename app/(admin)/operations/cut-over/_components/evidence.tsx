'use client'

import { Section } from '../../../../_ui/section.tsx'
import { proven, stepInWords } from '../_moves.words.ts'
import type { Step } from '../_queries.ts'
import { CheckList } from './check-list.tsx'

/** What the next step asks for, and how much of it is proven. */
export const Evidence = ({ step }: { step: Step }) => (
  <Section
    title={`To ${stepInWords(step).toLowerCase().replace('palmetto', 'Palmetto')}`}
    aside={`${proven(step.checks)} of ${step.checks.length} proven`}
  >
    <CheckList checks={step.checks} />
  </Section>
)
