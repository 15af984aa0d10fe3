import type { CentreWords } from '../english.ts'

export const groups: CentreWords['groups'] = {}
