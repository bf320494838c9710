/** Words that stay in capitals in a name. */
const CAPITALS = new Set(['II', 'III', 'IV', 'LLC', 'LP', 'LLP', 'INC', 'MD', 'DDS', 'USA', 'HOA'])

const capitalised = (part: string) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
/** "o'neill" -> "O'Neill", "anne-marie" -> "Anne-Marie", "mcdonald" -> "McDonald". */
const withCapitals = (word: string) =>
  word
    .split(/(?<=['’-])/)
    .map(capitalised)
    .join('')
    .replace(/^Mc(\p{L})/u, (_all, letter: string) => `Mc${letter.toUpperCase()}`)

/** "MARY O'NEILL III" -> "Mary O'Neill III". A name that is written with care already stays as it is. */
export function properCase(name: string): string {
  if (name !== name.toUpperCase() && name !== name.toLowerCase()) return name
  return name.replace(/[\p{L}'’-]+/gu, (word) =>
    CAPITALS.has(word.toUpperCase()) ? word.toUpperCase() : withCapitals(word),
  )
}

/** One space between words, and none around them. */
export const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Each photo once, in its order, and none without an address. */
export const eachOnce = (urls: readonly string[]): string[] => [...new Set(urls.filter((url) => url.trim() !== ''))]
