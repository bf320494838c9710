/** A fact in one line: what it is, what it says, and where a tap on it leads. */
type Fact = { label: string; value: string; href?: string }

/** Everything a mail about an inquiry says, as plain values. */
export type LeadMailView = {
  subject: string
  heading: string
  lines: string[]
  /** Their own words. */
  quote: string | null
  facts: Fact[]
  home: {
    photoUrl: string | null
    price: string
    address: string
    facts: string
    listedBy: string
    href: string
  } | null
  /** Two at most; the first is the main one. */
  buttons: { label: string; href: string }[]
  agent: { name: string; title: string | null; phone: string | null; email: string; portraitUrl: string } | null
  afterwards: string
  firm: string
  office: { name: string; postalAddress: string; phone: string }
}

const personInText = ({ name, title, phone, email }: NonNullable<LeadMailView['agent']>) =>
  [`${name}${title ? `, ${title}` : ''}`, phone, email].filter(Boolean).join('\n')

/** The same mail for people who read text. */
export const textOf = (view: LeadMailView) =>
  [
    view.heading,
    ...view.lines,
    ...(view.quote ? [view.quote.replace(/^/gm, '> ')] : []),
    ...(view.facts.length > 0 ? [view.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(view.home
      ? [
          `${view.home.price} · ${view.home.address}\n${view.home.facts}\nListed by ${view.home.listedBy}\n${view.home.href}`,
        ]
      : []),
    ...view.buttons.map(({ label, href }) => `${label}:\n${href}`),
    ...(view.agent ? [personInText(view.agent)] : []),
    view.afterwards,
    `${view.firm}, ${view.office.name}\n${view.office.postalAddress}\n${view.office.phone}`,
  ].join('\n\n')

/** A name or a subject may hold a line break, and a line break in a header is a header of its own. */
export const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** "Name <address>" that answers go to. */
export const replyTo = (name: string, email: string) => `"${onOneLine(name).replace(/["\\]/g, '')}" <${email}>`
