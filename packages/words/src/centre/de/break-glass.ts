import type { CentreWords } from '../english.ts'

export const breakGlass: CentreWords['breakGlass'] = {}
