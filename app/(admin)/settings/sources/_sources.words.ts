const SAMPLE = '{"id":"42","name":"Nora Hale","email":"nora@example.com","message":"Is it still there?"}'

/** What somebody can paste into a terminal: signs a lead as their program would, and asks what would become of it. */
export const signedCurl = (address: string, secret: string | null) =>
  `SECRET='${secret ?? 'the secret of this source'}'
BODY='${SAMPLE}'
TIME=$(date +%s)
SIGN=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl -X POST '${address}?dryRun=1' \\
  -H 'content-type: application/json' \\
  -H "x-lead-timestamp: $TIME" -H "x-lead-signature: $SIGN" \\
  -d "$BODY"`

/** The least form that works, for whoever builds the site. */
export const formHtml = (address: string) =>
  `<form method="post" action="${address}">
  <input name="name" required>
  <input name="email" type="email" required>
  <textarea name="message"></textarea>
  <input name="website" tabindex="-1" hidden>
  <input name="next" type="hidden" value="https://www.example.com/thanks">
  <button>Send</button>
</form>`
