import { IconSelector } from '@tabler/icons-react'
import classes from './big-select.module.css'

type Option<T extends string> = { value: T; label: string }
type Props<T extends string> = {
  label: string
  options: readonly Option<T>[]
  /** Below the others, under a title of their own. */
  more?: { title: string; options: readonly Option<T>[] } | undefined
  value: T
  onChange: (value: T) => void
}

const Options = <T extends string>({ options }: { options: readonly Option<T>[] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

/** The phone's own wheel of choices, as big as a thumb. */
export function BigSelect<T extends string>({ label, options, more, value, onChange }: Props<T>) {
  const all = [...options, ...(more?.options ?? [])]
  const choose = (chosen: string) => {
    const option = all.find((each) => each.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <span className={classes.select}>
      <select aria-label={label} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <Options options={options} />
        {more && (
          <optgroup label={more.title}>
            <Options options={more.options} />
          </optgroup>
        )}
      </select>
      <IconSelector size={18} aria-hidden />
    </span>
  )
}
