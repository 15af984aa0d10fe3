import type { CentreWords } from '../english.ts'

export const person: CentreWords['person'] = {}
