import type { CentreWords } from '../english.ts'

export const apps: CentreWords['apps'] = {}
