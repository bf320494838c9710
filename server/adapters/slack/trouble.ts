import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { BrokenCircuitError } from 'cockatiel'

/**
 * Why Slack did not do it. `later`: certainly not done, worth another try. `unknown`: nothing came back, or half an
 * answer; it may have been done. `refused`: this can't be done, however often. `nobody`: no such person. `gone`: the
 * message is not there any more. `closed`: the channel takes nothing from us: archived, not there, or the bot is not in it. `account`: our token or its scopes; nothing gets through until somebody mends it.
 */
export type TroubleKind = 'later' | 'unknown' | 'refused' | 'nobody' | 'gone' | 'closed' | 'account'
export type Trouble = { kind: TroubleKind; reason: string; waitSeconds?: number }

const BY_CODE: Record<string, TroubleKind> = {
  ...{ ratelimited: 'later', rate_limited: 'later', service_unavailable: 'later', request_timeout: 'later' },
  ...{ team_added_to_org: 'later', message_limit_exceeded: 'later' },
  // "It's possible that some aspect of the operation succeeded before the error was raised."
  ...{ internal_error: 'unknown', fatal_error: 'unknown' },
  ...{ invalid_auth: 'account', not_authed: 'account', account_inactive: 'account', token_revoked: 'account' },
  ...{ token_expired: 'account', missing_scope: 'account', no_permission: 'account', accesslimited: 'account' },
  ...{ not_allowed_token_type: 'account', org_login_required: 'account', team_access_not_granted: 'account' },
  ...{ users_not_found: 'nobody', user_not_found: 'nobody', user_disabled: 'nobody', user_not_visible: 'nobody' },
  ...{ channel_not_found: 'closed', not_in_channel: 'closed', is_archived: 'closed', restricted_action: 'closed' },
  ...{ message_not_found: 'gone', cant_update_message: 'gone', edit_window_closed: 'gone' },
}

/** No byte of the request can have left. */
const NOT_CONNECTED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  const code = 'code' in error ? String(error.code) : error.name
  return `${code} ${codeOf(error.cause)}`.trim()
}

/** Silence, broken connections and broken servers open the breaker; a refusal is a sign of life. */
export const isSilence = (error: unknown) =>
  error instanceof WebAPIRequestError || (error instanceof WebAPIHTTPError && error.statusCode >= 500)

/** What a failure of Slack's SDK means to us. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof BrokenCircuitError) return { kind: 'later', reason: 'Slack has not been answering.' }
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', reason: 'Slack asks us to slow down.', waitSeconds: error.retryAfter }
  }
  if (error instanceof WebAPIPlatformError) {
    const code = String(error.data.error)
    return { kind: BY_CODE[code] ?? 'refused', reason: `Slack said ${code}.` }
  }
  if (error instanceof WebAPIHTTPError) {
    const { statusCode } = error
    return { kind: statusCode >= 500 ? 'later' : 'refused', reason: `Slack answered ${statusCode}.` }
  }
  const code = codeOf(error instanceof WebAPIRequestError ? error.original : error)
  const reason = `Slack gave no answer (${code || 'no reason'}).`
  return { kind: NOT_CONNECTED.test(code) ? 'later' : 'unknown', reason }
}
