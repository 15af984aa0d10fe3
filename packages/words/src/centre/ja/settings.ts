import type { CentreWords } from '../english.ts'

export const settings: CentreWords['settings'] = {}
