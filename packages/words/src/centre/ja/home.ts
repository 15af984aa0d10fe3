import type { CentreWords } from '../english.ts'

export const home: CentreWords['home'] = {}
