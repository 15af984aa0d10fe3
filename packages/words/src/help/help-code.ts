import type { english as catalogue } from '../catalogue/english.ts'
import type { english } from './english.ts'

/** A code that has words of its own: of the catalogue of problems, or of this one. */
export type HelpCode = keyof (typeof catalogue)['problems'] | keyof (typeof english)['problems']
