import type { CentreWords } from '../english.ts'

export const access: CentreWords['access'] = {}
