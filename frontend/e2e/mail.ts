import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mailFolder } from './stage'

type Mail = { to: string; subject: string; text: string }

/** The first link in the newest mail to an address that leads to a path, sent after a moment. */
export async function linkFor(email: string, path: string, after = 0): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const { to, text } of mailsSince(after)) {
      const link = text.match(/https?:\/\/\S+/g)?.find((candidate) => new URL(candidate).pathname === path)
      if (to.includes(email) && link) return link
    }
    await wait(100)
  }
  throw new Error(`No mail to ${email} with a link to ${path}`)
}

function mailsSince(after: number): Mail[] {
  return readdirSync(mailFolder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => join(mailFolder, file))
    .filter((file) => statSync(file).mtimeMs >= after)
    .toSorted((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs)
    .map((file) => read(readFileSync(file, 'latin1')))
}

/** As much of the mail format as our own mails use: a header, perhaps parts, the first plain text. */
function read(source: string): Mail {
  const { header, body } = split(source)
  const boundary = /boundary="?([^";]+)"?/.exec(header('Content-Type'))?.[1]
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map(split) : [{ header, body }]
  const plain = parts.find((part) => /^text\/plain/.test(part.header('Content-Type'))) ?? parts[0]
  return { to: header('To'), subject: header('Subject'), text: plain ? decode(plain) : '' }
}

function split(source: string) {
  const [head = '', ...rest] = source.replace(/^\r?\n/, '').split(/\r?\n\r?\n/)
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  return { header, body: rest.join('\r\n\r\n') }
}

function decode({ header, body }: ReturnType<typeof split>): string {
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8')
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
