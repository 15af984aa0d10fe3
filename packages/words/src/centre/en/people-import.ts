/** The admin centre, about people import. */
export const peopleImport = {}
