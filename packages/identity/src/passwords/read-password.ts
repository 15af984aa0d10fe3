import { IdentityRefusal } from '../refusal.ts'

const shortest = 8
const longest = 1024

/** What is tried first by everybody. The list is short: real protection is not to have a password. */
const worst = new Set(
  `password passw0rd password1 password12 password123 password1234 p@ssw0rd p@ssword 12345678 123456789 1234567890
   11111111 00000000 88888888 87654321 qwertyui qwertyuiop qwerty123 qwertz123 1q2w3e4r 1qaz2wsx asdfghjk asdfghjkl
   iloveyou sunshine princess football baseball superman trustno1 letmein1 welcome1 welcome123 changeme changeme1
   admin123 administrator abcd1234 abc12345 aaaaaaaa computer internet michelle jennifer starwars whatever`.split(
    /\s+/,
  ),
)

/**
 * Write a password the one way it is hashed (NFC), so that two keyboards that compose characters differently agree.
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}

/** Whether somebody may have typed this for a password at all; longer texts cost us work for nothing. */
export function isPasswordLength(password: string): boolean {
  return password.length > 0 && password.length <= longest
}

/**
 * Read a new password: 8 to 1024 characters, not one of the worst, not the person's name.
 *
 * @throws IdentityRefusal `invalid_input`
 */
export function readNewPassword(password: string, userName: string): string {
  const read = normalisePassword(password)
  const length = [...read].length
  if (length < shortest || read.length > longest) {
    throw new IdentityRefusal('invalid_input', { detail: 'password: length' })
  }
  const folded = read.toLowerCase()
  const names = [userName, userName.split('@')[0]]
  if (worst.has(folded) || names.includes(folded)) {
    throw new IdentityRefusal('invalid_input', { detail: 'password: too common' })
  }
  return read
}
