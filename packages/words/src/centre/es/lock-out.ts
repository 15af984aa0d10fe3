import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {}
