import type { AuthenticationContextDocument } from './authentication-context-document.ts'
import { boolean, filledText, nullable, object, optional, type Read, text } from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import { mergeJson } from './merge-json.ts'

const contextId: Read<string> = (value, path) => {
  if (typeof value === 'string' && /^c[1-9]\d?$/.test(value)) return value
  throw new DocumentRefusal(path, 'must be c1 to c99')
}

/**
 * Read an authentication context.
 *
 * @throws DocumentRefusal
 */
export function readAuthenticationContext(body: unknown): AuthenticationContextDocument {
  return readContext(body, '')
}

/**
 * Lay a change over an authentication context. Its id stays.
 *
 * @throws DocumentRefusal
 */
export function changeAuthenticationContext(
  before: AuthenticationContextDocument,
  change: unknown,
): AuthenticationContextDocument {
  const after = readAuthenticationContext(mergeJson(before, change))
  if (after.id !== before.id) throw new DocumentRefusal('id', 'cannot be changed')
  return after
}

const readContext = object<AuthenticationContextDocument>({
  id: contextId,
  displayName: filledText(256),
  description: optional(nullable(text(1024)), null),
  isAvailable: optional(boolean, false),
})
