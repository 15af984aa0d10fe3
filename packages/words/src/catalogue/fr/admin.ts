import type { Words } from '../../words.ts'

/** The admin centre's name; its pages have words of their own. */
export const adminWords: Words['admin'] = {
  title: 'Administration',
}
