import type { CentreWords } from '../english.ts'

export const requests: CentreWords['requests'] = {}
