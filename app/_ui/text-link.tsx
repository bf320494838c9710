import Link from 'next/link'
import type { ComponentProps } from 'react'
import classes from './text-link.module.css'

const looks = (underlined: boolean) => ({ className: classes.link, 'data-underlined': underlined || undefined })

/** A link among words, in their size; within a sentence it is underlined. */
export const TextLink = ({ underlined = false, ...link }: ComponentProps<typeof Link> & { underlined?: boolean }) => (
  <Link {...link} {...looks(underlined)} />
)

/** The same for leaving: to write, to call, to what is no page. */
export const TextAnchor = ({
  underlined = false,
  children,
  ...link
}: ComponentProps<'a'> & { underlined?: boolean }) => (
  <a {...link} {...looks(underlined)}>
    {children}
  </a>
)
