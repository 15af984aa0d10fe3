import type { CentreWords } from '../english.ts'

export const peopleImport: CentreWords['peopleImport'] = {}
