/** What came back, in the shape in which well-known programs send it; written by us, `{to}` and `{original}` to fill in. */
interface Shape {
  name: string
  is: 'gone' | 'refused' | 'delay' | 'complaint' | 'none'
  status: string | null
  raw: string
}

function report(from: string, subject: string, words: string, fields: string, original: string): string {
  return `Return-Path: <>
Delivered-To: {to}
From: ${from}
To: {to}
Subject: ${subject}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B/1"

This is a MIME-encapsulated message.

--B/1
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${words}

--B/1
Content-Description: Delivery report
Content-Type: message/delivery-status

${fields}

--B/1
${original}

--B/1--
`
}

const headers = `Content-Type: text/rfc822-headers

{original}`
const whole = `Content-Description: Undelivered Message
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

{original}

Kính gửi bạn đọc`

const recipient = 'Final-Recipient: rfc822; lan@anhoa.invalid'

export const shapes: readonly Shape[] = [
  {
    name: 'Postfix, no such mailbox',
    is: 'gone',
    status: '5.1.1',
    raw: report(
      'MAILER-DAEMON@mail.anhoa.invalid (Mail Delivery System)',
      'Undelivered Mail Returned to Sender',
      'This is the mail system at host mail.anhoa.invalid.\n\n<lan@anhoa.invalid>: host mx.anhoa.invalid[192.0.2.1] said: 550 5.1.1\n    <lan@anhoa.invalid>: Recipient address rejected: User unknown (in reply to RCPT TO command)',
      `Reporting-MTA: dns; mail.anhoa.invalid\nX-Postfix-Queue-ID: 4F1B2C\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0700 (ICT)\n\n${recipient}\nOriginal-Recipient: rfc822;lan@anhoa.invalid\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.anhoa.invalid\nDiagnostic-Code: smtp; 550 5.1.1 <lan@anhoa.invalid>: Recipient address\n    rejected: User unknown`,
      whole,
    ),
  },
  {
    name: 'Postfix, told only in words',
    is: 'gone',
    status: '5.1.1',
    raw: report(
      'MAILER-DAEMON@mail.anhoa.invalid',
      'Undelivered Mail Returned to Sender',
      'I am sorry.',
      `Reporting-MTA: dns; mail.anhoa.invalid\n\n${recipient}\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 No such user here`,
      headers,
    ),
  },
  {
    name: 'Postfix, mailbox full',
    is: 'refused',
    status: '5.2.2',
    raw: report(
      'MAILER-DAEMON@mail.anhoa.invalid',
      'Undelivered Mail Returned to Sender',
      'Quota.',
      `Reporting-MTA: dns; mail.anhoa.invalid\n\n${recipient}\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full`,
      headers,
    ),
  },
  {
    name: 'Postfix, still trying',
    is: 'delay',
    status: '4.4.1',
    raw: report(
      'MAILER-DAEMON@mail.anhoa.invalid',
      'Delayed Mail (still being retried)',
      'THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
      `Reporting-MTA: dns; mail.anhoa.invalid\n\n${recipient}\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Fri, 27 Nov 2026 09:00:00 +0700 (ICT)`,
      headers,
    ),
  },
  {
    name: 'Exim 4.9, with a report',
    is: 'gone',
    status: '5.1.1',
    raw: report(
      'Mail Delivery System <Mailer-Daemon@exim.anhoa.invalid>',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  lan@anhoa.invalid\n    host mx.anhoa.invalid [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<lan@anhoa.invalid>:\n    550 5.1.1 User does not exist',
      `Reporting-MTA: dns; exim.anhoa.invalid\n\nAction: failed\n${recipient.toLowerCase().replace('final', 'Final').replace('recipient', 'Recipient')}\nStatus: 5.0.0\nRemote-MTA: dns; mx.anhoa.invalid\nDiagnostic-Code: smtp; 550 5.1.1 User does not exist`,
      whole,
    ),
  },
  {
    name: 'Exim, words only',
    is: 'gone',
    status: '5.1.1',
    raw: `Return-path: <>
Envelope-to: {to}
X-Failed-Recipients: lan@anhoa.invalid
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@exim.anhoa.invalid>
To: {to}
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  lan@anhoa.invalid
    Unrouteable address: unknown user

------ This is a copy of the message, including all the headers. ------

{original}

Kính gửi bạn đọc
`,
  },
  {
    name: 'Exchange Online, base64 words, recipient not found',
    is: 'gone',
    status: '5.1.10',
    raw: report(
      'Microsoft Outlook <postmaster@anhoa.invalid>',
      'Undeliverable: =?utf-8?B?QuG6o24gdGlu?=',
      'Your message to lan@anhoa.invalid couldn’t be delivered.\nlan wasn’t found at anhoa.invalid.',
      `Reporting-MTA: dns;SG2PR01MB0001.apcprd01.prod.exchangelabs.com\nReceived-From-MTA: dns;mail.anhoa.invalid\nArrival-Date: Sun, 22 Nov 2026 02:00:00 +0000\n\nFinal-Recipient: rfc822;lan@anhoa.invalid\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient lan@anhoa.invalid not found by SMTP address lookup`,
      whole,
    ),
  },
  {
    name: 'Exchange, access denied',
    is: 'refused',
    status: '5.4.1',
    raw: report(
      'postmaster@anhoa.invalid',
      'Undeliverable: Bản tin',
      'Delivery has failed to these recipients or groups.',
      `Reporting-MTA: dns;mail.anhoa.invalid\n\nFinal-Recipient: rfc822;lan@anhoa.invalid\nAction: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied`,
      headers,
    ),
  },
  {
    name: 'Gmail, address not found',
    is: 'gone',
    status: '5.1.1',
    raw: report(
      'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Delivery Status Notification (Failure)',
      '** Address not found **\n\nYour message wasn’t delivered to lan@gmail.invalid because the address couldn’t be found, or is unable to receive mail.',
      `Reporting-MTA: dns; googlemail.com\nArrival-Date: Sat, 21 Nov 2026 18:00:00 -0800 (PST)\nX-Original-Message-ID: <issue.1.2.3@cchc.anhoa.invalid>\n\nFinal-Recipient: rfc822; lan@gmail.invalid\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; gmail-smtp-in.l.google.com.\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.\n 550 5.1.1  https://support.google.com/mail/?p=NoSuchUser - gsmtp\nLast-Attempt-Date: Sat, 21 Nov 2026 18:00:01 -0800 (PST)`,
      whole,
    ),
  },
  {
    name: 'Gmail, over its storage',
    is: 'refused',
    status: '4.2.2',
    raw: report(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      '** Delivery incomplete ** The recipient’s inbox is out of storage space.',
      `Reporting-MTA: dns; googlemail.com\n\nFinal-Recipient: rfc822; lan@gmail.invalid\nAction: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452-4.2.2 The recipient's inbox is out of storage space.`,
      headers,
    ),
  },
  {
    name: 'qmail',
    is: 'gone',
    status: '5.1.1',
    raw: `Delivered-To: {to}
From: MAILER-DAEMON@qmail.anhoa.invalid
To: {to}
Subject: failure notice

Hi. This is the qmail-send program at qmail.anhoa.invalid.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<lan@anhoa.invalid>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

{original}
`,
  },
  {
    name: 'a complaint (feedback loop)',
    is: 'complaint',
    status: null,
    raw: `From: <fbl@mail.example>
To: {to}
Subject: Complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="F1"

--F1
Content-Type: text/plain

This is an abuse report.
--F1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
--F1
Content-Type: message/rfc822

{original}

--F1--
`,
  },
  {
    name: 'somebody on holiday',
    is: 'none',
    status: null,
    raw: `From: Lan <lan@anhoa.invalid>
To: {to}
Subject: =?utf-8?Q?Tr=E1=BA=A3_l=E1=BB=9Di_t=E1=BB=B1_=C4=91=E1=BB=99ng?=
Auto-Submitted: auto-replied

Tôi nghỉ phép đến 01/12/2026. Việc gấp xin gọi 0912 550 550.
`,
  },
]

/** One of the shapes, for a letter to somebody. Lines end as mail's do. */
export function filled(raw: string, to: string, original: string): Buffer {
  return Buffer.from(raw.replaceAll('{to}', to).replaceAll('{original}', original).replace(/\n/g, '\r\n'))
}
