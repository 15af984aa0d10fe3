import type { CentreWords } from '../english.ts'

export const roles: CentreWords['roles'] = {}
