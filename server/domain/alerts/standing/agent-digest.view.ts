/** A day's warnings of one agent's searches, as plain values. */
export type AgentDigestView = {
  firstName: string
  searches: {
    name: string
    contactName: string
    /** "62 days and 14 mails without a sign of life". */
    why: string
    /** "On December 5 it will write once a day instead of at once." Null where nothing follows by itself. */
    next: string | null
    href: string
  }[]
  /** Warnings beyond those that are shown. */
  more: number
  allHref: string
  office: { name: string; postalAddress: string; phone: string }
}

export const subjectOf = ({ searches, more }: Pick<AgentDigestView, 'searches' | 'more'>) => {
  const count = searches.length + more
  return count === 1 ? `“${searches[0]?.name}” needs a look` : `${count} alerts need a look`
}

/** The same mail for readers without HTML. */
export const textOf = (view: AgentDigestView) =>
  [
    `Hello ${view.firstName}, ${subjectOf(view)}.`,
    ...view.searches.map(({ name, contactName, why, next, href }) =>
      [`${contactName} · “${name}”`, `${why}.${next ? ` ${next}` : ''}`, href].join('\n'),
    ),
    ...(view.more > 0 ? [`And ${view.more} more.`] : []),
    `Keep them as they are, or change them:\n${view.allHref}`,
    `${view.office.name}\n${view.office.postalAddress}\n${view.office.phone}`,
  ].join('\n\n')
