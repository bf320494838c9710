import { Avatar } from '@mantine/core'
import classes from './face.module.css'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

/** A person's picture, or their initials. Decorative: the name always stands beside it. */
export const Face = ({ name, src, size = 32 }: { name: string; src?: string | null; size?: number }) => (
  <Avatar
    src={src ?? null}
    size={size}
    radius="50%"
    alt=""
    aria-hidden
    classNames={{ placeholder: classes.placeholder ?? '' }}
  >
    {initials(name)}
  </Avatar>
)
