import { Modal, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { wordsAbout, wordsOf } from '../../../_trpc/form-failure.ts'
import { DialogForm } from '../../../_ui/dialog-form.tsx'

type Props = {
  title: string
  /** The name it has; none yet when it is new. */
  name?: string | undefined
  saveWords: string
  failure: Parameters<typeof wordsOf>[0]
  busy: boolean
  onSave: (name: string) => void
  onClose: () => void
  /** What else has to be said of something new. */
  children?: ReactNode
}

/** Something that has a name: set up, or called otherwise. */
export const NameDialog = ({ title, name = '', saveWords, failure, busy, onSave, onClose, children }: Props) => (
  <Modal opened onClose={onClose} title={title} centered>
    <DialogForm
      problem={wordsOf(failure)}
      saveWords={saveWords}
      busy={busy}
      onSave={(form) => onSave(String(form.get('name')))}
    >
      <TextInput
        name="name"
        label="Name"
        defaultValue={name}
        required
        withAsterisk={false}
        data-autofocus
        error={wordsAbout('name', failure)}
      />
      {children}
    </DialogForm>
  </Modal>
)
