import type { CentreWords } from '../english.ts'

export const terms: CentreWords['terms'] = {}
