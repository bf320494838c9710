import type { LeadDraft } from './draft.schema.ts'

export type SpamScore = { score: number; reasons: string[] }
/** From here on a human decides. One link is no reason: people paste the home that they mean. */
export const HOLD_FROM = 3

const LINK = /\bhttps?:\/\/|\bwww\.|\[url|<a\s/gi
// What is sold to firms, and what no buyer of a home writes. Neither language, nor script, nor how well somebody writes
// counts: that would hold back people for where they come from.
const SOLD: [RegExp, string][] = [
  [/\b(seo|backlinks?|guest posts?|domain authority|rank(ed|ing)? (on|in) google|first page of google)\b/i, 'SEO'],
  [/\b(web ?site (re)?design|lead generation services?|explainer video|app development)\b/i, 'a service to firms'],
  [/\b(bitcoin|crypto(currency)?|forex|binary options|casino|betting|viagra|cialis|payday loans?)\b/i, 'a known fraud'],
  [/\b(business loan|merchant cash advance|working capital|unsecured funding)\b/i, 'a loan for firms'],
  [/\b(unsubscribe|opt[- ]?out) (here|from|by)\b/i, 'a way to unsubscribe'],
]

/** How much something looks like an advertisement, and why, in words. Pure. */
export function scoreSpam({ fullName, message, email }: Pick<LeadDraft, 'fullName' | 'message' | 'email'>): SpamScore {
  const text = message ?? ''
  const links = text.match(LINK)?.length ?? 0
  const sold = SOLD.filter(([sign]) => sign.test(text)).map(([, what]) => what)
  const found: [number, string][] = [
    [Math.min(links, 3), links === 1 ? 'a link' : `${links} links`],
    ...sold.map((what): [number, string] => [2, `offers ${what}`]),
    [/\[url|<a\s/i.test(text) ? 2 : 0, 'code of a page in the message'],
    [/(\d.*){5}/.test(fullName) && fullName !== email && /[a-z]/i.test(fullName) ? 2 : 0, 'a name full of digits'],
  ]
  const counted = found.filter(([points]) => points > 0)
  return {
    score: counted.reduce((sum, [points]) => sum + points, 0),
    reasons: counted.map(([, why]) => why),
  }
}
