/** A mail with one thing to do at most: everything a template needs, and nothing to look up. */
export type DoorMailView = {
  subject: string
  heading: string
  /** Paragraphs above the button. */
  lines: string[]
  button: { label: string; href: string } | null
  /** What happens if nobody clicks. */
  afterwards: string
  office: { name: string; postalAddress: string; phone: string }
}

/** The same mail for readers without HTML. */
export const textOf = ({ heading, lines, button, afterwards, office }: DoorMailView) =>
  [
    heading,
    ...lines,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    afterwards,
    `${office.name}\n${office.postalAddress}\n${office.phone}`,
  ].join('\n\n')
