// Lead mails as portals write them: the structure is theirs, the names and the words are invented.

type Parts = { from: string; subject: string; to?: string; messageId?: string; headers?: string[] }

const head = ({ from, subject, to = 'leads@leads.palmetto.test', messageId, headers = [] }: Parts) => [
  `From: ${from}`,
  `To: ${to}`,
  `Subject: ${subject}`,
  `Date: Sat, 21 Nov 2026 15:04:05 -0500`,
  `Message-ID: ${messageId ?? `<${crypto.randomUUID()}@portal.example>`}`,
  'MIME-Version: 1.0',
  ...headers,
]

const mail = (lines: string[]) => lines.join('\r\n')
const text = (parts: Parts, body: string) =>
  mail([...head(parts), 'Content-Type: text/plain; charset=utf-8', '', ...body.split('\n')])
const html = (parts: Parts, plain: string, page: string) =>
  mail([
    ...head(parts),
    'Content-Type: multipart/alternative; boundary="b1"',
    ...['', '--b1', 'Content-Type: text/plain; charset=utf-8', '', ...plain.split('\n')],
    ...['--b1', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', ''],
    Buffer.from(page)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
    '--b1--',
  ])

export type Asker = { name: string; email: string; phone: string; mls: string; messageId?: string }
const first = ({ name }: Asker) => name.split(' ')[0] ?? ''
const last = ({ name }: Asker) => name.split(' ').slice(1).join(' ')

/** Plain text, a field a line; the words run over several. */
export const labelledLetter = (who: Asker) =>
  text(
    {
      ...{ from: 'Harborside Homes <leads@harborside.example>', subject: `New consumer inquiry: MLS# ${who.mls}` },
      ...(who.messageId ? { messageId: who.messageId } : {}),
    },
    `You have a new lead from Harborside Homes.

First Name: ${first(who)}
Last Name: ${last(who)}
Email Address: ${who.email}
Phone Number: ${who.phone}
Property Address: 12 Oak Street, Mount Pleasant, SC 29464
MLS #: ${who.mls}
List Price: $425,000
Lead Type: Buyer
Comments: Is the dock deep enough?
We would come on Saturday.

Price is no matter.
-----
You are receiving this because your office lists with Harborside.
Phone: 800-555-0199`,
  )

/** A page with a table. */
export const tableLetter = (who: Asker) =>
  html(
    { from: '"Tidewater Realty Search" <no-reply@tidewater.example>', subject: 'A buyer wants to see your listing' },
    'Open this mail in a program that shows pages.',
    `<html><head><style>td{color:#333}</style><title>Lead</title></head><body>
<table width="600"><tr><td colspan="2"><img src="https://t.tidewater.example/o.gif"> <h2>New showing request</h2></td></tr>
<tr><th align="left">Name</th><td><b>${who.name}</b></td></tr>
<tr><th>Email</th><td><a href="https://t.tidewater.example/c?u=abc">${who.email}</a></td></tr>
<tr><th>Phone</th><td><a href="tel:+18005550100">${who.phone}</a></td></tr>
<tr><th>Request Type</th><td>Schedule a tour</td></tr>
<tr><th>Listing ID</th><td>${who.mls}</td></tr>
<tr><th>City</th><td>Mount Pleasant</td></tr><tr><th>Zip Code</th><td>29464</td></tr>
<tr><th>Message</th><td>Could we see it on Sunday?<br>We are four &amp; a dog.</td></tr>
</table><p>Tidewater Realty Search, 1 Quay, Charleston. Phone: 800-555-0100</p></body></html>`,
  )

/** "Name: …" in paragraphs, with links that count who follows them. */
export const pairsLetter = (who: Asker) =>
  html(
    { from: 'Lowland Listings <contact@lowland.example>', subject: `${who.name} is interested in 12 Oak Street` },
    'A new contact is waiting for you.',
    `<html><body><p>Hello,</p><p>a home shopper has sent you a message.</p>
<p><strong>Name:</strong> ${who.name}<br/><strong>Phone:</strong> <a href="https://click.lowland.example/x/1">${who.phone}</a><br/>
<strong>E-mail:</strong> <a href="https://click.lowland.example/x/2">${who.email}</a></p>
<p><strong>I am a:</strong> seller</p><div><strong>Property Type:</strong> Townhouse</div>
<div><strong>Estimated value:</strong> $300,000 - $350,000</div>
<p><strong>Message:</strong> What could we get for ours&#63;</p><p>-----</p>
<p><a href="https://click.lowland.example/x/3">Reply now</a></p></body></html>`,
  )

/** A page that carries the lead for machines too, as schema.org has it. */
export const jsonLdLetter = (who: Asker) =>
  html(
    { from: 'Coastline Property <hello@coastline.example>', subject: 'Someone asked a question' },
    'Someone asked a question.',
    `<html><head><script type="application/ld+json">[{"@context":"https://schema.org","@type":"WebSite","name":"Coastline"},
${JSON.stringify({
  ...{ '@context': 'https://schema.org', '@type': 'AskAction', identifier: `co-${who.mls}` },
  agent: { '@type': 'Person', name: who.name, email: `mailto:${who.email}`, telephone: who.phone },
  object: {
    ...{ '@type': 'Accommodation', identifier: who.mls, additionalType: 'Single Family Residence' },
    address: { streetAddress: '12 Oak Street', addressLocality: 'Mount Pleasant', postalCode: '29464' },
    ...{ geo: { latitude: 32.8, longitude: -79.9 }, offers: { '@type': 'Offer', price: 425_000 } },
  },
  description: 'Is there a flood policy?',
})}]</script></head><body><h1>Someone asked a question</h1><p>Log in to answer.</p></body></html>`,
  )

const adf = (who: Asker) => `<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf><prospect status="new"><id source="Marshview">mv-${who.mls}</id><requestdate>2026-11-21T15:04:05-05:00</requestdate>
<property interest="buy"><mlsnumber>${who.mls}</mlsnumber><propertytype>Condominium</propertytype>
<address><street>12 Oak Street</street><city>Mount Pleasant</city><regioncode>SC</regioncode><postalcode>29464</postalcode></address>
<price type="asking" currency="USD">425000</price></property>
<customer><contact><name part="first">${first(who)}</name><name part="last">${last(who)}</name>
<email>${who.email}</email><phone type="voice" time="day">${who.phone}</phone></contact>
<comments><![CDATA[Two of us & a boat, <b>soon</b>.]]></comments></customer>
<provider><name part="full">Marshview Portal</name><email>support@marshview.example</email></provider></prospect></adf>`

/** Lead XML as a file that hangs on a mail. */
export const xmlLetter = (who: Asker) =>
  mail([
    ...head({ from: 'Marshview <leads@marshview.example>', subject: 'ADF lead' }),
    'Content-Type: multipart/mixed; boundary="b2"',
    ...['', '--b2', 'Content-Type: text/plain', '', 'See the attached lead.', ''],
    ...[
      '--b2',
      'Content-Type: application/xml; name="lead.xml"',
      'Content-Disposition: attachment; filename="lead.xml"',
    ],
    ...[
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(adf(who))
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
    ],
    '--b2--',
  ])

/** An agent passes on what a portal wrote to them. */
export const forwardedLetter = (who: Asker) =>
  text(
    { from: 'Ann Lee <ann@palmetto.test>', subject: `Fwd: New lead ${who.mls}` },
    `This one is for whoever is on duty. My cell: 843-555-0111

---------- Forwarded message ---------
From: Harborside Homes <leads@harborside.example>
Date: Sat, Nov 21, 2026 at 3:04 PM
Subject: New lead ${who.mls}
To: <ann@palmetto.test>

Name: ${who.name}
Email: ${who.email}
Phone: ${who.phone}
MLS #: ${who.mls}
Message: Is the dock deep enough?`,
  )

/** A client wrote to an agent themselves, and the agent passes it on. */
export const passedOnLetter = (who: Asker) =>
  text(
    { from: 'Ann Lee <ann@palmetto.test>', subject: 'FW: moving in spring' },
    `For the desk.

Begin forwarded message:

> From: ${who.name} <${who.email}>
> Subject: moving in spring
> Date: November 20, 2026 at 9:12:00 AM EST
> To: ann@palmetto.test
>
> Dear Ann,
> we are looking for a house near the water.`,
  )

/** What no portal wrote. */
export const someLetter = (body: string, subject = 'Lunch?') =>
  text({ from: 'Sam Ray <sam@elsewhere.example>', subject }, body)

export const LETTERS = {
  'labelled-lines': labelledLetter,
  'html-table': tableLetter,
  'html-pairs': pairsLetter,
  'json-ld': jsonLdLetter,
  'lead-xml': xmlLetter,
  forwarded: forwardedLetter,
} as const
