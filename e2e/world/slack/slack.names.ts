/** The emulator's own token: it belongs to a bot that is in every channel. */
export const SLACK_TOKEN = 'test_token_admin'
export const LEADS_CHANNEL = 'leads'
export const ALARMS_CHANNEL = 'palmetto-alarms'
