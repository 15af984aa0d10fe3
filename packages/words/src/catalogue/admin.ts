/** The admin centre's name; its pages have words of their own. */
export const adminWords = {
  title: 'Administration',
}
