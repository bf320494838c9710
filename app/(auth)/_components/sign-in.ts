export type SignInOutcome = 'in' | 'refused' | 'broken'

const post = (path: string, body: Record<string, string>) =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Asks the server for a session. The browser keeps the cookie; no script ever sees it. */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    const { csrfToken }: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json()
    const answer = await post('/api/auth/callback/credentials', { ...credentials, csrfToken })
    if (answer.ok) return 'in'
    const { url }: { url?: string } = await answer.json()
    return answer.status === 401 && url?.includes('error=CredentialsSignin') ? 'refused' : 'broken'
  } catch {
    return 'broken'
  }
}
