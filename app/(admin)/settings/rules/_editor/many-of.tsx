import { MultiSelect } from '@mantine/core'

type Props<T extends string> = {
  label: string
  /** What nothing chosen means. */
  any: string
  options: readonly T[]
  nameOf: (option: T) => string
  value: T[] | undefined
  onChange: (value: T[] | undefined) => void
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** Any of a closed list; nothing chosen is everything. */
export const ManyOf = <T extends string>({ label, any, options, nameOf, value, onChange }: Props<T>) => (
  <MultiSelect
    label={label}
    placeholder={value ? '' : any}
    clearable
    data={options.map((option) => ({ value: option, label: capital(nameOf(option)) }))}
    value={value ?? []}
    onChange={(list) => {
      const chosen = options.filter((option) => list.includes(option))
      onChange(chosen.length > 0 ? chosen : undefined)
    }}
  />
)
