const EMAIL = /[^\s@<>"'`(),;:=[\]{}]+@[^\s@<>"'`(),;:=[\]{}]+/g
const PHONE = /(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\b\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}\b/g
const QUERY = /(https?:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/g
/** Links that are keys: whoever has one acts for somebody. */
const KEY_IN_PATH = /(\/(?:preferences|unsubscribe|invitation|reset|confirm|sign-up)\/)[\w-]{8,}/g
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi
const CREDENTIALS = /\b([a-z][a-z+]*:\/\/)[^\s/@]+@/gi
/** Two or more capitalised words in a row: a person more often than not, and a town's name is no loss. */
const NAME = /\b\p{Lu}(?:\p{Ll}|['’]\p{Lu})[\p{L}'’-]*(?:\s+\p{Lu}\.?(?:[\p{Ll}'’][\p{L}'’-]*)?)+/gu

/**
 * A text fit to leave the house (Slack, Sentry, an alarm mail): without addresses, phone numbers, names, query
 * strings and credentials. It takes away too much rather than too little.
 */
export const withoutPersonalData = (text: string) =>
  text
    .replaceAll('\u0000', '')
    .replace(CREDENTIALS, '$1[removed]@')
    .replace(QUERY, '$1')
    .replace(KEY_IN_PATH, '$1[key]')
    .replace(EMAIL, '[address]')
    .replace(PHONE, '[number]')
    .replace(BEARER, '$1 [removed]')
    .replace(NAME, '[name]')
