import { MOST_HOMES_A_MAIL } from '../standing/patience.ts'
import type { AlertHome, AlertMailView } from './alert-mail.view.ts'

/** Homes with a photo and a card; what comes after them gets one line each. */
const CARDS = 12
/** Of a mail that nobody would read to the end: the first of its order, each with a card. */
const FIRST_OF_MANY = 10

/**
 * Lays a mail's homes out: cards, then lines, so that nothing is left out. Of more than 30 the first ten are shown with
 * how many more there are and the way to all of them: mail programs cut long mails off without a word.
 */
export function layOut(
  homes: readonly AlertHome[],
  allHref: string,
): Pick<AlertMailView, 'homes' | 'more' | 'allHref'> {
  if (homes.length <= MOST_HOMES_A_MAIL) {
    return { homes: homes.slice(0, CARDS), more: homes.slice(CARDS), allHref: null }
  }
  return { homes: homes.slice(0, FIRST_OF_MANY), more: homes.slice(FIRST_OF_MANY), allHref }
}
