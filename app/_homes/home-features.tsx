import { IconCheck } from '@tabler/icons-react'
import type { ListingFeature } from '#server/generated/prisma/enums.ts'
import { FEATURE_WORD } from './home.words.ts'
import classes from './home-features.module.css'

/** What a home has beyond its rooms; nothing where nobody said. */
export function HomeFeatures({ features }: { features: readonly ListingFeature[] }) {
  if (features.length === 0) return null
  return (
    <ul className={classes.features} aria-label="Features">
      {features.map((feature) => (
        <li key={feature}>
          <IconCheck size={14} stroke={2} aria-hidden />
          {FEATURE_WORD[feature]}
        </li>
      ))}
    </ul>
  )
}
