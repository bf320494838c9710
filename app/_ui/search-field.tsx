import { IconSearch } from '@tabler/icons-react'
import classes from './plain-field.module.css'

type Props = { label: string; value: string; onChange: (value: string) => void; className?: string | undefined }

/** A field to search with; its label is its placeholder. */
export const SearchField = ({ label, value, onChange, className }: Props) => (
  <label className={[classes.search, className].filter(Boolean).join(' ')}>
    <IconSearch size={16} aria-hidden />
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </label>
)
