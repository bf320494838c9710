import type { CSSProperties } from 'react'
import classes from './bone.module.css'

type Props = {
  height?: number | string
  width?: number | string
  round?: boolean
  style?: CSSProperties
  className?: string | undefined
}

/** One grey shape of a skeleton. */
export const Bone = ({ height = 12, width = '100%', round = false, style, className }: Props) => (
  <span
    className={className ? `${classes.bone} ${className}` : classes.bone}
    data-round={round || undefined}
    style={{ ...(className ? {} : { height, width }), ...style }}
  />
)
