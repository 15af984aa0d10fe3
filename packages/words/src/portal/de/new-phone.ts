import type { PortalWords } from '../english.ts'

export const newPhone: PortalWords['newPhone'] = {}
