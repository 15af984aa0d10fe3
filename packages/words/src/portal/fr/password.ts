import type { PortalWords } from '../english.ts'

export const password: PortalWords['password'] = {}
