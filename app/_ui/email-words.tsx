/** An address that breaks behind its @ where it is too long, and not in the middle of a word. */
export function EmailWords({ email }: { email: string }) {
  const at = email.indexOf('@') + 1
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
}
