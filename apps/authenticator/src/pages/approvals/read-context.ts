import type { ApprovalContext } from '@latchkey/api/authenticator'

/** Read what the server says of a sign-in. @returns undefined if it is not what it should be: then nothing is approved */
export function readContext(json: string): ApprovalContext | undefined {
  try {
    const said: unknown = JSON.parse(json)
    return isContext(said) ? said : undefined
  } catch {
    // Whatever it is, nobody can tell what they would approve.
    return undefined
  }
}

const texts = ['method', 'organisation', 'userName', 'userAgent', 'askedAt']
const optionalTexts = ['app', 'country', 'ipAddress', 'browser', 'system']

function isContext(said: unknown): said is ApprovalContext {
  if (typeof said !== 'object' || said === null) return false
  const fields = new Map<string, unknown>(Object.entries(said))
  const isText = (name: string) => typeof fields.get(name) === 'string'
  return texts.every(isText) && optionalTexts.every((name) => !fields.has(name) || isText(name))
}
