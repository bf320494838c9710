/** What was typed, as the queries need it. */
export type Typed = {
  text: string
  /** Each has to be found, in whatever order. */
  words: string[]
  /** The digits of something that looks like a phone number, without the country's 1; null for anything else. */
  phone: string | null
  /** Three to five digits: a zip code or its beginning. */
  zip: string | null
}

const PHONE = /^[+\d\s().-]+$/

function phoneIn(text: string): string | null {
  const digits = text.replace(/\D/g, '')
  if (!PHONE.test(text) || digits.length < 3) return null
  const hasCountry = digits.startsWith('1') && (digits.length === 11 || text.startsWith('+'))
  return hasCountry ? digits.slice(1) : digits
}

/** "(843) 555" and "+1 843.555" are the same number half typed; "29464" may be a zip code, a number, or a phone's end. */
export const readTyped = (text: string): Typed => ({
  text,
  words: text.split(/\s+/).filter(Boolean).slice(0, 6),
  phone: phoneIn(text),
  zip: /^\d{3,5}$/.test(text) ? text : null,
})

/** Text for a LIKE pattern in which nothing stands for anything else. */
export const literally = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`)
