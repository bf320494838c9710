import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './icon-action.module.css'

type Look = { icon: TablerIcon; size?: number; bordered?: boolean; 'aria-label': string }

const looks = ({ size = 36, bordered }: Pick<Look, 'size' | 'bordered'>) => ({
  className: classes.action,
  'data-bordered': bordered || undefined,
  style: { width: size, height: size },
})

/** A button of an icon alone, as light as `Action`. */
export const IconAction = ({ icon: Icon, size, bordered, ...button }: Look & Omit<ComponentProps<'button'>, 'ref'>) => (
  <button type="button" {...button} {...looks({ size, bordered })}>
    <Icon size={18} aria-hidden />
  </button>
)

/** The same for leaving: to call, to write. */
export const IconAnchor = ({ icon: Icon, size, bordered, ...link }: Look & ComponentProps<'a'>) => (
  <a {...link} {...looks({ size, bordered })}>
    <Icon size={18} aria-hidden />
  </a>
)
