import type { TablerIcon } from '@tabler/icons-react'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import classes from './action.module.css'

type Look = { primary?: boolean; pill?: boolean; icon?: TablerIcon; after?: TablerIcon; className?: string | undefined }

const looks = ({ primary, pill, className }: Look) => ({
  className: [classes.action, className].filter(Boolean).join(' '),
  'data-primary': primary || undefined,
  'data-pill': pill || undefined,
})

/** A button as light as the page it stands on; looks like the kit's own. */
export function Action({
  primary,
  pill,
  icon: Icon,
  after: After,
  className,
  children,
  ...button
}: Look & ComponentProps<'button'>) {
  return (
    <button type="button" {...button} {...looks({ primary, pill, className })}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
      {After && <After size={14} aria-hidden />}
    </button>
  )
}

/** The same for going somewhere. */
export function ActionLink({
  primary,
  pill,
  icon: Icon,
  className,
  children,
  ...link
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...link} {...looks({ primary, pill, className })}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </Link>
  )
}
