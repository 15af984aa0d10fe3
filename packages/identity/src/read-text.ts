import { IdentityRefusal } from './refusal.ts'

/**
 * Read a name that people see: trimmed, composed (NFC), one to `longest` characters, no control characters.
 *
 * @throws IdentityRefusal `invalid_input`, with the field's name as detail
 */
export function readText(text: string, field: string, longest: number): string {
  const read = text.trim().normalize('NFC')
  if (read.length === 0 || read.length > longest || /[\p{Cc}\p{Co}\p{Cs}]/u.test(read)) {
    throw new IdentityRefusal('invalid_input', { detail: field })
  }
  return read
}

const mailPattern = /^[^\s@<>"(),:;\\[\]\p{C}]+@[^\s@<>"(),:;\\[\]\p{C}]+$/u

/** Read a mail address, roughly: the post decides. @throws IdentityRefusal `invalid_input` */
export function readMail(text: string): string {
  const mail = readText(text, 'mail', 254)
  if (!mailPattern.test(mail)) throw new IdentityRefusal('invalid_input', { detail: 'mail' })
  return mail
}
