import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type Look, looks } from './action.tsx'

/** A button's look for going somewhere. Apart from the button, which would bring the router's link along to pages without one. */
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
