import classes from './toggle.module.css'

type Props = {
  label: string
  /** The label stands beside it; else it is only read out. */
  named?: boolean
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

/** On or off, at once; the label is read out. */
export const Toggle = ({ label, named, checked, disabled, onChange }: Props) => (
  <label className={classes.toggle}>
    <input
      type="checkbox"
      role="switch"
      aria-label={label}
      aria-checked={checked}
      checked={checked}
      disabled={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
    <span className={classes.track} />
    {named && <span aria-hidden>{label}</span>}
  </label>
)
