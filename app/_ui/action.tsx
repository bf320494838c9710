import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './action.module.css'

export type Look = {
  primary?: boolean
  pill?: boolean
  /** As wide as what it stands in. */
  wide?: boolean
  icon?: TablerIcon
  after?: TablerIcon
  className?: string | undefined
}

export const looks = ({ primary, pill, wide, className }: Look) => ({
  className: [classes.action, className].filter(Boolean).join(' '),
  'data-primary': primary || undefined,
  'data-pill': pill || undefined,
  'data-wide': wide || undefined,
})

/** A button as light as the page it stands on; looks like the kit's own. */
export function Action({
  primary,
  pill,
  wide,
  icon: Icon,
  after: After,
  className,
  children,
  ...button
}: Look & ComponentProps<'button'>) {
  return (
    <button type="button" {...button} {...looks({ primary, pill, wide, className })}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
      {After && <After size={14} aria-hidden />}
    </button>
  )
}

/** The same for going somewhere with a full load: where no script of the page is wanted, as on a page that is not there. */
export const ActionAnchor = ({
  primary,
  pill,
  wide,
  icon: Icon,
  className,
  children,
  ...link
}: Look & ComponentProps<'a'>) => (
  <a {...link} {...looks({ primary, pill, wide, className })}>
    {Icon && <Icon size={16} aria-hidden />}
    {children}
  </a>
)
