import { IdentityRefusal } from '../refusal.ts'

const pattern = /^\d{1,6}(\.\d{1,6}){0,3}$/

/** Read the version of an app: one to four numbers with dots. @throws IdentityRefusal `invalid_input` */
export function readAppVersion(text: string, detail = 'appVersion'): string {
  if (!pattern.test(text)) throw new IdentityRefusal('invalid_input', { detail })
  return text
}

/** Whether an app is older than what is asked for. What is left out at the end is 0. */
export function isOlder(version: string, least: string | undefined): boolean {
  if (least === undefined) return false
  const [own, wanted] = [version, least].map((text) => text.split('.').map(Number))
  for (let at = 0; at < 4; at++) {
    const difference = (own?.[at] ?? 0) - (wanted?.[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
