/** Names that no rule can spell, by slug. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  'sullivans-island': "Sullivan's Island",
  mcclellanville: 'McClellanville',
}

const SMALL = new Set(['of', 'on', 'the', 'and'])

/** "mount-pleasant" -> "Mount Pleasant", "isle-of-palms" -> "Isle of Palms": wherever only the slug is at hand. */
export const townName = (slug: string) =>
  SPELLINGS[slug] ??
  slug
    .split('-')
    .map((word, index) => (index > 0 && SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
